package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.workload.ScenarioWorkload;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Runs a scenario through strategies and says what each can enforce. */
public final class Simulator {
  private static final long MOST_SIDE_BY_SIDE = 1_000_000;

  private Simulator() {}

  /**
   * Runs the scenario.
   *
   * @throws DisagreementException when live run and exact score disagree on a strategy of ours
   * @throws ScenarioTooLargeException when the request space can't be scored in memory
   */
  public static SimulationResult run(
      Scenario scenario,
      ScenarioSource source,
      List<CredentialStrategy> strategies,
      SimulationSettings settings,
      Progress progress) {
    return run(scenario, source, strategies, settings, progress, new Behaviours());
  }

  /**
   * Runs the scenario.
   *
   * @param behaviours what was learned of the strategies so far, and is learned now
   * @throws DisagreementException when live run and exact score disagree on a strategy of ours
   * @throws ScenarioTooLargeException when the request space can't be scored in memory
   */
  public static SimulationResult run(
      Scenario scenario,
      ScenarioSource source,
      List<CredentialStrategy> strategies,
      SimulationSettings settings,
      Progress progress,
      Behaviours behaviours) {
    TruthTable truth = new TruthTable(scenario);
    TruthTable apart = TruthTable.apart(scenario);
    Optional<ScenarioWorkload> workload =
        settings.isExactAlone() ? Optional.empty() : ScenarioWorkload.of(scenario, settings.seed());
    Function<CredentialStrategy, StrategyRun> run =
        strategy ->
            new StrategyRun(
                scenario, source, truth, apart, strategy, workload, settings, behaviours);
    Conclusion conclusion =
        new Conclusion(scenario, source, truth, apart, strategies, settings, progress);
    if (isLarge(truth)) {
      // There is room for one strategy at a time, which is played before the next is computed.
      return conclusion.played(
          new SideBySide(1)
              .results(
                  each(strategies, one -> run.apply(one).foretell(progress).played(progress))));
    }
    SideBySide sides = new SideBySide(Runtime.getRuntime().availableProcessors());
    List<Attempt> computed =
        sides.results(each(strategies, one -> run.apply(one).foretell(progress)));
    SimulationResult foretold = conclusion.foretold(computed);
    progress.foretold(foretold);
    List<Attempt> played =
        sides.results(
            computed.stream()
                .map(attempt -> (Callable<Attempt>) () -> attempt.played(progress))
                .toList());
    return failures(played) == failures(computed)
        ? conclusion.played(foretold, played)
        : conclusion.played(played);
  }

  private static List<Callable<Attempt>> each(
      List<CredentialStrategy> strategies, Function<CredentialStrategy, Foretold> run) {
    return strategies.stream()
        .map(one -> (Callable<Attempt>) () -> Attempt.of(one, () -> run.apply(one)))
        .toList();
  }

  private static long failures(List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> attempt.failure().isPresent()).count();
  }

  private static boolean isLarge(TruthTable truth) {
    return truth.classes().size() > MOST_SIDE_BY_SIDE;
  }
}
