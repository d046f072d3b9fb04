package dev.onbehalf.products.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.products.casbin.CasbinExport;
import dev.onbehalf.products.cedar.CedarExport;
import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Names can't break out of a rule, though our reader would refuse most of these anyway. */
final class HostileNamesTest {
  private static final List<String> USERS =
      List.of(
          "o\"brien",
          "back\\slash",
          "star*",
          "a, b",
          "ünï\u200b",
          "ha#sh",
          "p4",
          "\\u{41}",
          "A",
          "\"; permit(principal, action, resource); //");

  /** The last alone looks like the first two in a row, unless brackets are told apart. */
  private static final List<String> AGENTS = List.of("a", "b", "a)(b", "%28");

  private static Scenario scenario(List<String> users) throws Exception {
    Scenario plain =
        ScenarioReader.read(
            "plain.yaml",
            """
            scenario: hostile
            users: [u]
            agents: [g]
            resources: {r: [x]}
            policies: [u MAY x r]
            """
                .getBytes(StandardCharsets.UTF_8));
    List<Resource> resources =
        List.of(
            new Resource("\"r\"", List.of("\\", "*")),
            new Resource("r,r", List.of("*", "|| true")));
    return new Scenario(
        plain.name(),
        plain.about(),
        users,
        Map.of("p4", users.subList(0, 2)),
        AGENTS,
        List.of(List.of("a", "b")),
        List.of(),
        resources,
        List.of(),
        plain.defaultEffect(),
        plain.circumstances(),
        plain.requirements(),
        policies(users),
        plain.workload(),
        plain.expectation());
  }

  /** Every user may something else, so that one taken for another shows. */
  private static List<Policy> policies(List<String> users) {
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      policies.add(
          policy(
              "p" + i,
              Effect.MAY,
              Set.of(users.get(i)),
              i % 2 == 0 ? "*" : "\\",
              AGENTS.get(i % 4)));
    }
    policies.add(policy("all", Effect.MAY, Set.copyOf(users.subList(0, 2)), "|| true", "a)(b"));
    policies.add(policy("none", Effect.MAY_NOT, Set.copyOf(users.subList(0, 5)), "*", "a"));
    return policies;
  }

  private static Policy policy(
      String id, Effect effect, Set<String> users, String action, String agent) {
    return new Policy(
        id,
        1,
        "a sentence\nthat goes on",
        Optional.empty(),
        effect,
        List.of(
            new Clause(
                effect,
                users,
                Set.of(action),
                Set.of("\"r\"", "r,r"),
                new PathPattern.Via(List.of(Set.of(agent))),
                Map.of())));
  }

  @Test
  void casbin_tellsThemApart() throws Exception {
    check(mapping -> CasbinEngine.of(CasbinExport.files(mapping)));
  }

  @Test
  void cedar_tellsThemApart() throws Exception {
    check(mapping -> CedarEngine.of(mapping.policies().fields(), CedarExport.files(mapping)));
  }

  private static void check(Function<Mapping, DecisionEngine> engines) throws Exception {
    Scenario scenario = scenario(USERS);
    Mapping mapping = Export.ofEverything(scenario, "a\nb.yaml");
    DecisionEngine engine = engines.apply(mapping);
    scenario
        .requests()
        .forEach(
            request ->
                assertEquals(
                    scenario.truth(request) == Truth.PERMITTED,
                    engine.decide(mapping.policies().view().question(request)).permits(),
                    request::toString));
  }

  @Test
  void newLine_isNoLineOfCasbins() throws Exception {
    Mapping mapping = Export.ofEverything(scenario(List.of("a\np, x", "b", "c", "d", "e")), "f");
    assertThrows(IllegalArgumentException.class, () -> CasbinExport.files(mapping));
  }
}
