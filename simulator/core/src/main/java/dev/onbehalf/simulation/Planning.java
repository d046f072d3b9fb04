package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.PlanRun;
import dev.onbehalf.simulation.live.PlanShare;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.Contender;
import dev.onbehalf.simulation.verdict.PlanCandidate;
import dev.onbehalf.simulation.verdict.PlannedWorld;
import dev.onbehalf.simulation.verdict.Planner;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the plan of a scenario, and plays it. */
record Planning(
    Scenario scenario,
    TruthTable truth,
    List<CredentialStrategy> strategies,
    SimulationSettings settings,
    Progress progress) {
  /** The plan out of the contenders, or without those that fail when it is played. */
  Optional<Plan> played(Optional<Plan> plan, List<Contender> contenders) {
    try {
      return plan.map(found -> found.played(live(found, contenders)));
    } catch (RuntimeException e) {
      List<String> blamed = plan.stream().flatMap(this::plugIns).toList();
      if (blamed.isEmpty()) {
        throw e;
      }
      progress.failed(failure(blamed.get(0), e));
      List<Contender> others =
          contenders.stream().filter(one -> !blamed.contains(one.result().name())).toList();
      return played(plan(others), others);
    }
  }

  /** The plan out of the contenders, which are in the order of cost. */
  Optional<Plan> plan(List<Contender> contenders) {
    List<PlanCandidate> candidates =
        contenders.stream()
            .filter(contender -> contender.result().ruledOutBy().isEmpty())
            .map(Contender::candidate)
            .toList();
    return new Planner(PlannedWorld.of(scenario, truth), candidates, have(scenario)).plan();
  }

  /** The machinery that is there already. */
  static Set<Machinery> have(Scenario scenario) {
    return Stream.of(Machinery.values())
        .filter(piece -> scenario.circumstances().have().contains(piece.word()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** One strategy for all was played by its own live run. */
  private LiveCounts live(Plan plan, List<Contender> contenders) {
    List<Contender> parts =
        contenders.stream().filter(one -> plan.strategies().contains(one.result().name())).toList();
    return parts.size() == 1
        ? parts.get(0).result().live()
        : new PlanRun(
                scenario, truth, settings, parts.stream().map(one -> share(plan, one)).toList())
            .play(progress);
  }

  private PlanShare share(Plan plan, Contender contender) {
    return new PlanShare(
        contender.strategy(),
        plan.resourcesOf(contender.result().name()),
        () -> contender.score(scenario, truth));
  }

  /** The simulator is tested on plans of our strategies, so those of others are to blame. */
  private Stream<String> plugIns(Plan plan) {
    return strategies.stream()
        .filter(strategy -> GuardedStrategy.plugIn(strategy).isPresent())
        .map(strategy -> strategy.about().name())
        .filter(plan.strategies()::contains);
  }

  private static StrategyFailedException failure(String strategy, RuntimeException e) {
    return e instanceof StrategyFailedException failed
        ? failed
        : StrategyFailedException.inItsRun(strategy, e);
  }
}
