package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.casbin.jcasbin.main.Enforcer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario of a model and a policy says what jCasbin enforces. */
final class CasbinImportTest {
  private static final int WORLDS = 400;

  @TempDir private Path folder = Path.of("");

  private static String model(String subject, String object, String agent, String effect) {
    return """
    [request_definition]
    r = sub, agent, obj, act

    [policy_definition]
    p = sub, agent, obj, act, eft

    [role_definition]
    g = _, _
    g2 = _, _

    [policy_effect]
    e = %s

    [matchers]
    m = %s && %s && %s && r.act == p.act
    """
        .formatted(effect, subject, object, agent);
  }

  private static final String BOTH = "some(where (p.eft == allow)) && !some(where (p.eft == deny))";

  private static Imported imported(String model, String policy) throws Exception {
    return Importer.CASBIN.read(
        List.of(
            SourceFile.of("model.conf", model.getBytes(StandardCharsets.UTF_8)),
            SourceFile.of("policy.csv", policy.getBytes(StandardCharsets.UTF_8))),
        1);
  }

  @Test
  void role_isAGroup() throws Exception {
    Imported imported =
        imported(
            model("g(r.sub, p.sub)", "r.obj == p.obj", "r.agent == p.agent", BOTH),
            """
            p, pilot, hr-agent, records, modify, allow
            p, staff, , records, modify, allow
            p, wei, hr-agent, records, modify, deny
            g, dana, pilot
            g, dana, staff
            g, omar, staff
            g3, a, b
            """);
    assertTrue(
        imported
            .yaml()
            .contains(
                """
                # policy.csv:1
                - pilot MAY modify records via any agent
                # policy.csv:2
                - staff MAY modify records directly
                # policy.csv:3
                - wei MAY NOT modify records via any agent
                """),
        imported.yaml());
    assertEquals(
        List.of("policy.csv:7: dropped: the matcher doesn't use `g3`"), imported.losses().lines());
  }

  @Test
  void matcherThatCantBeFollowed_isRefused() {
    String model = model("g(r.sub, p.sub)", "regexMatch(r.obj, p.obj)", "r.agent == p.agent", BOTH);
    BadSourceException refused =
        assertThrows(BadSourceException.class, () -> imported(model, "p, a, b, c, d, allow"));
    assertTrue(
        refused
            .line()
            .startsWith("model.conf: /matchers/m: can't be imported: `regexMatch(r.obj, p.obj)`"),
        refused::line);
  }

  @Test
  void randomPolicies_sayWhatJCasbinDoes() throws Exception {
    Random random = new Random(6);
    Agreement agreement = new Agreement();
    for (int world = 0; world < WORLDS; world++) {
      String model =
          model(
              any(random, "g(r.sub, p.sub)", "r.sub == p.sub"),
              any(random, "r.obj == p.obj", "g2(r.obj, p.obj)", "keyMatch(r.obj, p.obj)"),
              any(
                  random,
                  "r.agent == p.agent",
                  "(r.agent == p.agent || p.agent == \"*\")",
                  "keyMatch(r.agent, p.agent)"),
              any(
                  random,
                  BOTH,
                  BOTH,
                  "some(where (p.eft == allow))",
                  "!some(where (p.eft == deny))"));
      String policy = policy(random);
      Optional<Imported> imported = Agreement.imported(() -> imported(model, policy));
      if (imported.isPresent()) {
        Path modelFile = Files.writeString(folder.resolve("model.conf"), model);
        Path policyFile = Files.writeString(folder.resolve("policy.csv"), policy);
        Enforcer enforcer = new Enforcer(modelFile.toString(), policyFile.toString(), false);
        agreement.check(
            imported.get(),
            model + policy,
            source ->
                enforcer.enforce(
                    source.user(),
                    String.join("", source.via()),
                    source.resource(),
                    source.action()));
      }
    }
    assertTrue(agreement.requests() > 5_000 && agreement.permitted() > 1_000, agreement::toString);
  }

  private static String policy(Random random) {
    Set<String> lines = new LinkedHashSet<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      lines.add(
          "p, %s, %s, %s, %s, %s"
              .formatted(
                  any(random, "ann", "bob", "staff", "all"),
                  any(random, "", "bot", "bo*", "*"),
                  any(random, "doc1", "doc2", "docs", "doc*", "*"),
                  any(random, "read", "write"),
                  any(random, "allow", "allow", "deny")));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add(any(random, "g, ann, staff", "g, bob, staff", "g, staff, all", "g2, doc1, docs"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String any(Random random, String... all) {
    return all[random.nextInt(all.length)];
  }
}
