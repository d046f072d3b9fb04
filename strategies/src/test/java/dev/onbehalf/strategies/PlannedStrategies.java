package dev.onbehalf.strategies;

import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.PlanRun;
import dev.onbehalf.simulation.live.PlanShare;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.Costs;
import dev.onbehalf.simulation.verdict.PlanCandidate;
import dev.onbehalf.simulation.verdict.PlannedWorld;
import dev.onbehalf.simulation.verdict.Planner;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The strategies in worlds of one shape, planned and played without the runs of each. */
final class PlannedStrategies {
  private static final SimulationSettings SETTINGS =
      new SimulationSettings(
          1,
          SigningAlgorithm.ES256,
          SigningProvider.fastest(),
          Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
          1_000);

  private static final String SHAPE =
      """
      scenario: plans
      users: [u, v]
      agents: [a, b]
      chains: [[a, b]]
      resources: {x: [read, write], y: [use]%s}
      context: %s
      %s
      policies:
      """;

  private final String head;

  private final List<Known> known;

  /**
   * The strategies in worlds of a shape.
   *
   * @param resources that there are besides x and y
   * @param context the attribute and who knows it
   * @param other a further line of the scenario
   * @param always policies that all the worlds have
   */
  PlannedStrategies(String resources, String context, String other, String always)
      throws Exception {
    head = SHAPE.formatted(resources, context, other) + always;
    Scenario shape = scenario("  - u MAY use x\n");
    known = Strategies.all().map(strategy -> Known.of(strategy, shape)).toList();
  }

  /** The names of all. */
  List<String> names() {
    return known.stream().map(one -> one.strategy().about().name()).sorted().toList();
  }

  Scenario scenario(String policies) throws Exception {
    return ScenarioReader.read("w.yaml", (head + policies).getBytes(StandardCharsets.UTF_8));
  }

  /** The plan with these strategies. */
  Optional<Plan> plan(Scenario scenario, Collection<String> names) {
    return new Planner(
            PlannedWorld.of(scenario, new TruthTable(scenario)),
            candidates(scenario, names),
            Set.of())
        .plan();
  }

  List<PlanCandidate> candidates(Scenario scenario, Collection<String> names) {
    TruthTable truth = new TruthTable(scenario);
    return names.stream().map(this::named).map(one -> one.candidate(scenario, truth)).toList();
  }

  /** Plays these strategies at these resources. */
  LiveCounts play(Scenario scenario, Map<String, String> strategies) {
    TruthTable truth = new TruthTable(scenario);
    List<PlanShare> shares =
        strategies.values().stream()
            .distinct()
            .map(name -> share(name, strategies, truth))
            .toList();
    return new PlanRun(scenario, truth, SETTINGS, shares).play(Progress.NONE);
  }

  private PlanShare share(String name, Map<String, String> strategies, TruthTable truth) {
    Known one = named(name);
    return new PlanShare(
        one.strategy(),
        strategies.entrySet().stream()
            .filter(entry -> entry.getValue().equals(name))
            .map(Map.Entry::getKey)
            .toList(),
        () -> one.score(truth));
  }

  private Known named(String name) {
    return known.stream()
        .filter(one -> one.strategy().about().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What is known of a strategy in every world of the shape. */
  private record Known(
      CredentialStrategy strategy,
      Map<RouteShape.Pattern, List<RouteShape>> cheats,
      boolean passesForUser,
      long effort,
      Costs costs) {
    static Known of(CredentialStrategy unguarded, Scenario shape) {
      CredentialStrategy strategy = Probe.observed(unguarded, SETTINGS.tokenService(), shape);
      Probe probe = Probe.of(strategy, SETTINGS.tokenService(), shape);
      OperationCounts cost = probe.costOfObtaining();
      return new Known(
          strategy,
          probe.cheats(shape),
          probe.passesForUser(),
          cost.signatures() + cost.roundTrips(),
          new Costs(strategy));
    }

    ExactScore score(TruthTable truth) {
      return new ExactScore(truth, strategy.about().proof(), cheats);
    }

    PlanCandidate candidate(Scenario scenario, TruthTable truth) {
      ExactScore score = score(truth);
      List<List<Integer>> failing =
          PlannedWorld.byResource(
              scenario,
              truth,
              policy -> score.withstands(policy) ? new BitSet() : score.failing(policy));
      List<String> resources = scenario.resources().stream().map(Resource::name).toList();
      Population population = new Population(List.of("u", "v"), List.of("a", "b"), resources);
      return new PlanCandidate(
          strategy.about().name(),
          strategy.about().machinery(),
          costs.growing(),
          passesForUser,
          effort,
          costs.holdings(population),
          failing);
    }
  }
}
