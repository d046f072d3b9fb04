package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A plan holds at each resource what its strategy enforces of the policies cut to it. */
final class PlanTest {
  private static final String WORLD =
      """
      scenario: plans
      users: [u, v]
      agents: [a, b]
      chains: [[a, b]]
      resources: [%s]
      context: {mode: [on, off]}
      policies:
      """;

  @Test
  void resourcesThatNeedWhatNoStrategyHasTogether_areGivenOneEach() {
    SimulationResult result =
        run(100, "x, y", "u MAY use x via a then b", "u MAY use y via a when mode is on");
    assertEquals(Optional.empty(), result.verdict().recommended());
    assertEquals(
        Map.of("x", "delegation-chain", "y", "token-exchange-context"),
        result.plan().orElseThrow().resources());
    assertEquals(List.of(32L, 32L), played(result));
  }

  /** How many requests were played, and of how many. */
  private static List<Long> played(SimulationResult result) {
    LiveCounts live = result.plan().flatMap(Plan::live).orElseThrow();
    assertTrue(live.agrees());
    assertTrue(live.cheats() > 0);
    return List.of(live.requests(), live.of());
  }

  @Test
  void planOfOneStrategy_wasPlayedByItsOwnLiveRun() {
    SimulationResult result = run("x, y", "u MAY use x via a", "v MAY use y via a");
    Plan plan = result.plan().orElseThrow();
    assertEquals(result.verdict().recommended().stream().toList(), plan.strategies());
    assertEquals(result.strategy(plan.strategies().get(0)).map(StrategyResult::live), plan.live());
  }

  @Test
  void resourceWithoutStrategy_leavesNoPlan() {
    assertEquals(
        Optional.empty(),
        run("x, y", "u MAY use x via a then b when mode is on", "u MAY use y").plan());
  }

  /** An agent that impersonates for one resource could do so for another. */
  @Test
  void plan_isBuiltOfNoPowersThatOtherResourcesCantStand() {
    Plan plan =
        Runs.run(
                WORLD.formatted("x, y")
                    + "  - u MAY use x\n  - u MAY use y via a\n  - u MAY NOT use y directly\n",
                10,
                Strategies.named("exchange-impersonation"),
                Strategies.named("token-exchange"))
            .plan()
            .orElseThrow();
    assertEquals(List.of("token-exchange"), plan.strategies());
  }

  @Test
  void plan_inRandomWorlds_isTheCheapestOfWhatScenariosOfOneResourceAllow() {
    Random random = new Random(4);
    int mixed = 0;
    for (int world = 0; world < 12; world++) {
      List<String> policies = policies(random);
      SimulationResult whole = run("x, y", policies.toArray(String[]::new));
      List<StrategyResult> atX = sufficient("x", policies);
      List<StrategyResult> atY = sufficient("y", policies);
      assertEquals(cheapest(atX, atY), whole.plan().map(PlanTest::cost), policies.toString());
      mixed += whole.otherPlan().isPresent() ? 1 : 0;
    }
    assertTrue(mixed > 1, mixed + " plans of several strategies");
  }

  private static List<String> policies(Random random) {
    List<String> policies = new ArrayList<>();
    for (String resource : List.of("x", "y")) {
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        policies.add(
            one(random, "u", "v", "anyone")
                + one(random, " MAY ", " MAY ", " MAY NOT ")
                + "use "
                + resource
                + one(random, "", " directly", " via a", " via b", " via a then b")
                + one(random, "", "", " when mode is on"));
      }
    }
    return policies;
  }

  private static String one(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  /** The strategies that suffice where the resource is all there is. */
  private static List<StrategyResult> sufficient(String resource, List<String> policies) {
    return run(
            resource,
            policies.stream().filter(p -> p.contains("use " + resource)).toArray(String[]::new))
        .strategies()
        .stream()
        .filter(StrategyResult::suffices)
        .toList();
  }

  /** The pieces and the signatures and round trips of the best pair. */
  private static Optional<List<Long>> cheapest(List<StrategyResult> atX, List<StrategyResult> atY) {
    return atX.stream()
        .flatMap(x -> atY.stream().map(y -> cost(x, y)))
        .min(
            Comparator.comparing((List<Long> cost) -> cost.get(0))
                .thenComparing(cost -> cost.get(1)));
  }

  private static List<Long> cost(StrategyResult x, StrategyResult y) {
    Set<Machinery> pieces = EnumSet.noneOf(Machinery.class);
    pieces.addAll(x.machinery());
    pieces.addAll(y.machinery());
    return List.of((long) pieces.size(), effort(x) + effort(y));
  }

  private static long effort(StrategyResult strategy) {
    return strategy.cost().signatures() + strategy.cost().roundTrips();
  }

  private static List<Long> cost(Plan plan) {
    return List.of((long) plan.machinery().size(), plan.signaturesAndRoundTrips());
  }

  private static SimulationResult run(String resources, String... policies) {
    return run(4, resources, policies);
  }

  /** Strategies that give agents no powers, and of which no credential grows by a product. */
  private static SimulationResult run(int liveLimit, String resources, String... policies) {
    StringBuilder yaml = new StringBuilder(WORLD.formatted(resources));
    for (String policy : policies) {
      yaml.append("  - ").append(policy).append('\n');
    }
    return Runs.run(
        yaml.toString(),
        liveLimit,
        Stream.of(
                "credential-inheritance",
                "service-account",
                "agent-mtls-strict",
                "token-exchange",
                "token-exchange-context",
                "delegation-chain")
            .map(Strategies::named)
            .toArray(CredentialStrategy[]::new));
  }
}
