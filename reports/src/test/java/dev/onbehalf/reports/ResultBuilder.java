package dev.onbehalf.reports;

import dev.onbehalf.simulation.result.Accounts;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import java.util.List;
import java.util.Optional;

/** Makes results for tests: a new one in which nothing suffices, or a changed copy of another. */
public final class ResultBuilder {
  private final ScenarioFacts scenario;
  private List<PolicyFacts> policies = List.of();
  private Verdict verdict = verdict(Optional.empty(), Need.JOINT, "no strategy suffices");
  private List<Boundary> boundary = List.of();
  private Accounts accounts = new Accounts(2, 3, 2);
  private Optional<Plan> plan = Optional.empty();
  private List<StrategyResult> strategies = List.of();
  private List<FailedStrategy> failed = List.of();
  private List<ExpectationResult> expectations = List.of();

  private ResultBuilder(ScenarioFacts scenario) {
    this.scenario = scenario;
  }

  public static ResultBuilder of(ScenarioFacts scenario) {
    return new ResultBuilder(scenario);
  }

  /** A copy to change. */
  public static ResultBuilder of(SimulationResult result) {
    ResultBuilder copy =
        new ResultBuilder(result.scenario())
            .policies(result.policies())
            .boundary(result.boundary())
            .accounts(result.accounts())
            .plan(result.plan())
            .strategies(result.strategies())
            .failed(result.failed())
            .expectations(result.expectations());
    copy.verdict = result.verdict();
    return copy;
  }

  public ResultBuilder policies(List<PolicyFacts> decided) {
    policies = decided;
    return this;
  }

  public ResultBuilder recommending(String strategy, Need needs, String summary) {
    verdict = verdict(Optional.of(strategy), needs, summary);
    return this;
  }

  public ResultBuilder insufficient(Need needs, String summary) {
    verdict = verdict(Optional.empty(), needs, summary);
    return this;
  }

  private static Verdict verdict(Optional<String> recommended, Need needs, String summary) {
    return new Verdict(
        recommended, needs, OnBehalfOf.of(needs), Optional.empty(), summary, List.of(), List.of());
  }

  public ResultBuilder boundary(List<Boundary> boundaries) {
    boundary = boundaries;
    return this;
  }

  public ResultBuilder accounts(Accounts counted) {
    accounts = counted;
    return this;
  }

  public ResultBuilder plan(Optional<Plan> planned) {
    plan = planned;
    return this;
  }

  public ResultBuilder strategies(List<StrategyResult> run) {
    strategies = run;
    return this;
  }

  public ResultBuilder failed(List<FailedStrategy> broken) {
    failed = broken;
    return this;
  }

  public ResultBuilder expectations(List<ExpectationResult> checked) {
    expectations = checked;
    return this;
  }

  public SimulationResult build() {
    return new SimulationResult(
        SimulationResult.FORMAT_VERSION,
        scenario,
        policies,
        verdict,
        boundary,
        accounts,
        plan,
        strategies,
        failed,
        expectations);
  }
}
