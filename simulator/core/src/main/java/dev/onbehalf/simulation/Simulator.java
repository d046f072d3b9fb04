package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.attack.Crossing;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import dev.onbehalf.simulation.score.AccountCounter;
import dev.onbehalf.simulation.score.BoundaryFinder;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.Contender;
import dev.onbehalf.simulation.verdict.Expectations;
import dev.onbehalf.simulation.verdict.RequirementCheck;
import dev.onbehalf.simulation.verdict.Sensitivity;
import dev.onbehalf.simulation.verdict.VerdictWriter;
import dev.onbehalf.simulation.workload.ScenarioWorkload;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
    List<Callable<Attempt>> runs =
        strategies.stream()
            .map(strategy -> attempt(strategy, () -> run.apply(strategy).run(progress)))
            .toList();
    List<Attempt> attempts = new SideBySide(threads(truth)).results(runs);
    attempts.forEach(attempt -> attempt.failure().ifPresent(progress::failed));
    List<Contender> contenders =
        attempts.stream()
            .flatMap(attempt -> attempt.contender().stream())
            .sorted(Contender.cheapestFirst(scenario.circumstances().have()))
            .toList();
    List<StrategyResult> results = contenders.stream().map(Contender::result).toList();
    List<PolicyFacts> policies =
        IntStream.range(0, scenario.policies().size()).mapToObj(i -> facts(truth, i)).toList();
    List<Boundary> boundaries = new BoundaryFinder(scenario, truth).boundaries();
    Verdict verdict =
        new VerdictWriter(policies, source.fileName(), Boundary.highest(boundaries))
            .verdict(results)
            .restingOn(new Sensitivity(scenario, truth, contenders).grounds());
    Optional<Plan> plan =
        new Planning(scenario, truth, strategies, settings, progress).plan(contenders);
    return new SimulationResult(
        SimulationResult.FORMAT_VERSION,
        facts(scenario, source, truth, Crossing.count(apart)),
        policies,
        verdict,
        boundaries,
        AccountCounter.count(truth),
        plan,
        results,
        attempts.stream().flatMap(attempt -> attempt.failed().stream()).toList(),
        scenario
            .expectation()
            .map(new Expectations(results, verdict, plan)::check)
            .orElse(List.of()));
  }

  private static Callable<Attempt> attempt(CredentialStrategy strategy, Supplier<Contender> run) {
    return () -> Attempt.of(strategy, run);
  }

  /** Large request spaces take so much memory that there is room for one strategy at a time. */
  private static int threads(TruthTable truth) {
    return truth.classes().size() > MOST_SIDE_BY_SIDE
        ? 1
        : Runtime.getRuntime().availableProcessors();
  }

  private static ScenarioFacts facts(
      Scenario scenario, ScenarioSource source, TruthTable truth, long crossed) {
    return new ScenarioFacts(
        scenario.name(),
        scenario.about(),
        source.file(),
        source.sha256(),
        scenario.users().size(),
        scenario.agents().size(),
        scenario.resources().size(),
        scenario.policies().size(),
        truth.classes().size(),
        scenario.circumstances().have(),
        scenario.circumstances().cannot(),
        new RequirementCheck(scenario.requirements()).words(),
        crossed);
  }

  private static PolicyFacts facts(TruthTable truth, int index) {
    Policy policy = truth.policy(index);
    return new PolicyFacts(
        policy.id(),
        policy.line(),
        policy.text(),
        policy.because(),
        policy.effect(),
        truth.scopeSize(index),
        truth.isVacuous(index));
  }
}
