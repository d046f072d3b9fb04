package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.attack.Crossing;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
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
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What all strategies together come to: the result of a run. */
record Conclusion(
    Scenario scenario,
    ScenarioSource source,
    TruthTable truth,
    TruthTable apart,
    List<CredentialStrategy> strategies,
    SimulationSettings settings,
    Progress progress) {
  /** The result of strategies of which none is played. */
  SimulationResult foretold(List<Attempt> attempts) {
    List<Contender> contenders = contenders(attempts);
    List<StrategyResult> results = results(contenders);
    List<PolicyFacts> policies =
        IntStream.range(0, scenario.policies().size()).mapToObj(this::facts).toList();
    List<Boundary> boundaries = new BoundaryFinder(scenario, truth).boundaries();
    Verdict verdict =
        verdict(policies, Boundary.highest(boundaries), results)
            .restingOn(new Sensitivity(scenario, truth, contenders).grounds());
    Optional<Plan> plan = planning().plan(contenders);
    return new SimulationResult(
        SimulationResult.FORMAT_VERSION,
        facts(),
        policies,
        verdict,
        boundaries,
        AccountCounter.count(truth),
        plan,
        results,
        attempts.stream().flatMap(attempt -> attempt.failed().stream()).toList(),
        expectations(results, verdict, plan));
  }

  /** The result of strategies that were played. */
  SimulationResult played(List<Attempt> attempts) {
    return played(foretold(attempts), attempts);
  }

  /** Likewise, where as many were foretold. */
  SimulationResult played(SimulationResult foretold, List<Attempt> attempts) {
    attempts.forEach(attempt -> attempt.failure().ifPresent(progress::failed));
    List<Contender> contenders = contenders(attempts);
    List<StrategyResult> results = results(contenders);
    Verdict verdict =
        verdict(foretold.policies(), foretold.verdict().needs(), results)
            .restingOn(foretold.verdict().becauseOf());
    Optional<Plan> plan = planning().played(foretold.plan(), contenders);
    return foretold.played(verdict, plan, results, expectations(results, verdict, plan));
  }

  private Verdict verdict(List<PolicyFacts> policies, Need needs, List<StrategyResult> results) {
    return new VerdictWriter(policies, source.fileName(), needs).verdict(results);
  }

  private Planning planning() {
    return new Planning(scenario, truth, strategies, settings, progress);
  }

  private List<Contender> contenders(List<Attempt> attempts) {
    return attempts.stream()
        .flatMap(attempt -> attempt.contender().stream())
        .sorted(Contender.cheapestFirst(scenario.circumstances().have()))
        .toList();
  }

  private static List<StrategyResult> results(List<Contender> contenders) {
    return contenders.stream().map(Contender::result).toList();
  }

  private List<ExpectationResult> expectations(
      List<StrategyResult> results, Verdict verdict, Optional<Plan> plan) {
    return scenario
        .expectation()
        .map(new Expectations(results, verdict, plan)::check)
        .orElse(List.of());
  }

  private ScenarioFacts facts() {
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
        Crossing.count(apart));
  }

  private PolicyFacts facts(int index) {
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
