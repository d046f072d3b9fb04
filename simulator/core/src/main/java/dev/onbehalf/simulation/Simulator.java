package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.SimulationResult.Verdict;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.stream.IntStream;

/** Runs a scenario through strategies and says what each can enforce. */
public final class Simulator {
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
    TruthTable truth = new TruthTable(scenario);
    List<Attempt> attempts =
        strategies.stream()
            .map(
                strategy ->
                    Attempt.of(
                        strategy, () -> run(scenario, source, truth, strategy, settings, progress)))
            .toList();
    attempts.forEach(attempt -> attempt.failure().ifPresent(progress::failed));
    List<StrategyResult> results =
        attempts.stream()
            .flatMap(attempt -> attempt.result().stream())
            .sorted(CostOrder.CHEAPEST_FIRST)
            .toList();
    List<PolicyFacts> policies =
        IntStream.range(0, scenario.policies().size()).mapToObj(i -> facts(truth, i)).toList();
    Verdict verdict = new VerdictWriter(policies, source.fileName()).verdict(results);
    return new SimulationResult(
        SimulationResult.FORMAT_VERSION,
        facts(scenario, source, truth),
        policies,
        verdict,
        results,
        attempts.stream().flatMap(attempt -> attempt.failed().stream()).toList(),
        scenario.expectation().map(new Expectations(results, verdict)::check).orElse(List.of()));
  }

  private static StrategyResult run(
      Scenario scenario,
      ScenarioSource source,
      TruthTable truth,
      CredentialStrategy strategy,
      SimulationSettings settings,
      Progress progress) {
    return new StrategyRun(scenario, source, truth, new GuardedStrategy(strategy), settings)
        .run(progress);
  }

  private static ScenarioFacts facts(Scenario scenario, ScenarioSource source, TruthTable truth) {
    return new ScenarioFacts(
        scenario.name(),
        scenario.about(),
        source.file(),
        source.sha256(),
        scenario.users().size(),
        scenario.agents().size(),
        scenario.resources().size(),
        scenario.policies().size(),
        truth.classes().size());
  }

  private static PolicyFacts facts(TruthTable truth, int index) {
    Policy policy = truth.policy(index);
    return new PolicyFacts(
        policy.id(),
        policy.line(),
        policy.text(),
        policy.because(),
        policy.effect().words(),
        truth.scopeSize(index),
        truth.isVacuous(index));
  }
}
