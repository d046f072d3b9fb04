package dev.onbehalf.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.onbehalf.products.draft.Imported;
import dev.onbehalf.products.source.BadSourceException;
import dev.onbehalf.products.source.SourceFile;
import dev.onbehalf.scenario.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A scenario of policies and entities says what Cedar decides. */
final class CedarImportTest {
  private static final int WORLDS = 150;

  private static final String ENTITIES =
      """
      [{"uid": {"type": "User", "id": "ann"}, "attrs": {"dept": "hr"},
        "parents": [{"type": "Group", "id": "pilot"}, {"type": "Group", "id": "staff"}]},
       {"uid": {"type": "User", "id": "bob"}, "attrs": {},
        "parents": [{"type": "Group", "id": "staff"}]},
       {"uid": {"type": "User", "id": "cat"}, "attrs": {"dept": "it"}, "parents": []},
       {"uid": {"type": "Group", "id": "pilot"}, "attrs": {}, "parents": []},
       {"uid": {"type": "Group", "id": "staff"}, "attrs": {}, "parents": []},
       {"uid": {"type": "Doc", "id": "d"}, "attrs": {"owner":
         {"__entity": {"type": "User", "id": "cat"}}}, "parents": [{"type": "Folder", "id": "f"}]},
       {"uid": {"type": "Doc", "id": "e"}, "attrs": {}, "parents": []},
       {"uid": {"type": "Folder", "id": "f"}, "attrs": {}, "parents": []}]
      """;

  private static Imported imported(String policies, String entities) throws Exception {
    return Importer.CEDAR.read(
        List.of(
            SourceFile.of("policies.json", policies.getBytes(StandardCharsets.UTF_8)),
            SourceFile.of("entities.json", entities.getBytes(StandardCharsets.UTF_8))),
        1);
  }

  private static String json(String cedar) throws Exception {
    return PolicySet.parsePolicies(cedar).toJson();
  }

  @Test
  void cedarsOwnLanguage_isRefusedWithWhatToDo() throws Exception {
    SourceFile file =
        SourceFile.of(
            "p.cedar", "permit(principal, action, resource);".getBytes(StandardCharsets.UTF_8));
    BadSourceException refused =
        assertThrows(BadSourceException.class, () -> Importer.CEDAR.read(List.of(file), 1));
    assertEquals(
        "p.cedar: is in Cedar's own language; expected the JSON that"
            + " `cedar translate-policy --direction cedar-to-json` makes of it",
        refused.line());
  }

  @Test
  void agentOfTheContext_isAnAgent() throws Exception {
    Imported imported =
        imported(
            json(
                """
                permit(principal in Group::"staff", action == Action::"read", resource == Doc::"d");
                permit(principal, action == Action::"modify", resource == Doc::"d")
                  when { context.agent == "hr-agent" };
                forbid(principal, action == Action::"modify", resource)
                  when { context.agent == "hr-agent" } unless { principal in Group::"pilot" };
                permit(principal, action, resource) when { context.ip.isLoopback() };
                """),
            ENTITIES);
    assertTrue(
        imported
            .yaml()
            .contains(
                "- User::bob, User::cat MAY NOT Action::modify Doc::d, Doc::e via any agent\n"),
        imported.yaml());
    assertTrue(imported.yaml().contains("- Group::staff MAY Action::read Doc::d\n"));
    assertEquals(
        List.of(
            "policies.json:1: /staticPolicies/policy3: dropped: a permission, as no scenario can"
                + " say /staticPolicies/policy3/conditions/0/body"),
        imported.losses().lines().stream().filter(line -> line.contains("dropped")).toList());
  }

  @Test
  void randomPolicies_sayWhatCedarDecides() throws Exception {
    Random random = new Random(7);
    Agreement agreement = new Agreement();
    for (int world = 0; world < WORLDS; world++) {
      String cedar = policy(random) + policy(random) + policy(random) + policy(random);
      Optional<Imported> imported = Agreement.imported(() -> imported(json(cedar), ENTITIES));
      if (imported.isPresent() && !leavesOutPaths(imported.get())) {
        PolicySet policies = PolicySet.parsePolicies(cedar);
        policies.cache();
        agreement.check(imported.get(), cedar, source -> decides(policies, source));
      }
    }
    assertTrue(
        agreement.requests() > 5_000
            && agreement.permitted() > 1_000
            && agreement.delegated() > 500,
        agreement::toString);
  }

  private static boolean leavesOutPaths(Imported imported) {
    return imported.losses().lines().stream().anyMatch(line -> line.contains("longer paths"));
  }

  private static boolean decides(PolicySet policies, Request request) throws Exception {
    Map<String, Value> context = new HashMap<>();
    String path = request.isDirect() ? "" : "(" + String.join(")(", request.via()) + ")";
    context.put("path", new PrimString(path));
    request
        .context()
        .forEach(
            (key, value) -> {
              if (!value.equals("*missing*")) {
                context.put(
                    key,
                    key.equals("mfa") ? new PrimBool(value.equals("true")) : new PrimString(value));
              }
            });
    return new BasicAuthorizationEngine()
        .isAuthorized(
            new AuthorizationRequest(
                uid(request.user()), uid(request.action()), uid(request.resource()), context),
            policies,
            Entities.parse(ENTITIES))
        .success
        .orElseThrow()
        .isAllowed();
  }

  private static EntityUID uid(String name) {
    String[] parts = name.split("::", -1);
    return EntityUID.parse(parts[0] + "::\"" + parts[1] + "\"").orElseThrow();
  }

  private static String policy(Random random) {
    String conditions = "";
    for (int i = random.nextInt(3); i > 0; i--) {
      conditions +=
          " %s { %s }"
              .formatted(any(random, "when", "unless"), condition(random, random.nextInt(3)));
    }
    return "%s(%s, %s, %s)%s;\n"
        .formatted(
            any(random, "permit", "permit", "forbid"),
            any(
                random,
                "principal",
                "principal == User::\"ann\"",
                "principal in Group::\"staff\"",
                "principal is User in Group::\"pilot\""),
            any(
                random,
                "action",
                "action == Action::\"read\"",
                "action in [Action::\"read\", Action::\"write\"]"),
            any(random, "resource", "resource == Doc::\"d\"", "resource in Folder::\"f\""),
            conditions);
  }

  private static String condition(Random random, int depth) {
    if (depth > 0) {
      String left = condition(random, depth - 1);
      String right = condition(random, depth - 1);
      return switch (random.nextInt(4)) {
        case 0 -> "!(" + left + ")";
        case 1 -> "(" + left + ") || (" + right + ")";
        case 2 -> "(" + left + ") && (" + right + ")";
        default -> "if (" + left + ") then (" + right + ") else context.mfa";
      };
    }
    return any(
        random,
        "context.path == \"(bot)\"",
        "context.path == \"\"",
        "context.path == \"(bot)(helper)\"",
        "context.path like \"*(bot)*\"",
        "context.path like \"*(helper)*\"",
        "context.mode == \"batch\"",
        "[\"a\", \"b\"].contains(context.mode)",
        "context has mode",
        "context.mfa",
        "principal in Group::\"pilot\"",
        "principal == User::\"cat\"",
        "principal.dept == \"hr\"",
        "principal has dept",
        "resource has owner && resource.owner == principal",
        "action == Action::\"write\"");
  }

  private static String any(Random random, String... all) {
    return all[random.nextInt(all.length)];
  }
}
