package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A plan is played by callers who hold what all of its parts give them, and keeps its promise. */
final class PlanRunTest {
  /** Users of 2, paths of 4, targets of 4, contexts of 2. */
  private static final int REQUESTS = 64;

  private final PlannedStrategies strategies = new PlannedStrategies();

  PlanRunTest() throws Exception {}

  @Test
  void plans_ofRandomWorlds_keepTheirPromise() throws Exception {
    Random random = new Random(14);
    List<String> names = new ArrayList<>(strategies.names());
    Set<Set<String>> mixes = new HashSet<>();
    int mixed = 0;
    while (mixed < 300) {
      Collections.shuffle(names, random);
      String policies = policies(random);
      Scenario scenario = PlannedStrategies.scenario(policies);
      Optional<Plan> plan = strategies.plan(scenario, names.subList(0, 2 + random.nextInt(5)));
      if (plan.filter(one -> one.strategies().size() > 1).isPresent()) {
        mixed++;
        mixes.add(Set.copyOf(plan.orElseThrow().strategies()));
        LiveCounts live = strategies.play(scenario, plan.orElseThrow().resources());
        assertEquals(REQUESTS, live.requests(), policies);
        assertTrue(live.cheats() > 0, policies);
      }
    }
    assertTrue(mixes.size() > 60, mixes.size() + " mixes");
  }

  @Test
  void strategyThatDoesNotSuffice_isFoundByHonestCallers() throws Exception {
    Scenario scenario = PlannedStrategies.scenario("  - u MAY use x via a\n  - v MAY use y\n");
    Map<String, String> plan = Map.of("x", "service-account", "y", "token-exchange");
    assertThrows(DisagreementException.class, () -> strategies.play(scenario, with(plan)));
  }

  /** Where an agent may impersonate for x, it looks at y like the user in person. */
  @Test
  void powerOfAnotherPart_isFoundByCheatingCallers() throws Exception {
    Scenario scenario = PlannedStrategies.scenario("  - u MAY use x\n  - u MAY use y directly\n");
    assertEquals(
        REQUESTS,
        strategies
            .play(scenario, with(Map.of("x", "credential-inheritance", "y", "token-exchange")))
            .requests());
    DisagreementException caught =
        assertThrows(
            DisagreementException.class,
            () ->
                strategies.play(
                    scenario, with(Map.of("x", "exchange-impersonation", "y", "token-exchange"))));
    assertTrue(
        String.valueOf(caught.getMessage()).contains("let through when its caller cheats"),
        caught.getMessage());
  }

  /** Nothing is permitted at z, so anything does there. */
  private static Map<String, String> with(Map<String, String> plan) {
    Map<String, String> whole = new TreeMap<>(plan);
    whole.put("z", "token-exchange");
    return whole;
  }

  private static String policies(Random random) {
    StringBuilder policies = new StringBuilder();
    for (String resource : List.of("x", "y", "z")) {
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        policies
            .append("  - ")
            .append(one(random, "u", "v", "anyone"))
            .append(one(random, " MAY ", " MAY ", " MAY NOT "))
            .append(resource.equals("x") ? one(random, "use ", "read ", "write ") : "use ")
            .append(resource)
            .append(one(random, "", " directly", " via a", " via b", " via a then b"))
            .append(one(random, "", "", " when mode is on"))
            .append('\n');
      }
    }
    return policies.toString();
  }

  private static String one(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
