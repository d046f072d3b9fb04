package dev.onbehalf.cli;

import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.Failure;
import dev.onbehalf.cli.run.Failures;
import dev.onbehalf.cli.run.ScenarioFiles.ScenarioFile;
import dev.onbehalf.products.export.Design;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what a scenario is to be enforced: the strategy recommended or, without one, the plan; or else
 * why nothing will do.
 *
 * @param settings how they were scored
 * @param result what the strategies come to
 * @param failures of strategies that broke
 */
record Recommended(
    Scenario scenario,
    List<CredentialStrategy> strategies,
    SimulationSettings settings,
    SimulationResult result,
    List<Failure> failures) {
  /** What comes out for these strategies, by the exact score alone. */
  static Recommended of(
      Engine.Simulation simulation,
      ScenarioFile file,
      List<CredentialStrategy> strategies,
      SimulationSettings settings) {
    Failures heard = new Failures(Progress.NONE);
    SimulationResult result =
        simulation.run(file.scenario(), file.source(), strategies, settings.exactAlone(), heard);
    return new Recommended(file.scenario(), strategies, settings, result, heard.of(file.file()));
  }

  /** One strategy for all, or several that share the resources; none where nothing enforces all. */
  List<Design> designs(boolean isChosen) {
    Optional<String> one = isChosen ? chosen() : result.verdict().recommended();
    return one.map(name -> List.of(Design.ofAll(name, strategy(name).about().proof(), scenario)))
        .orElseGet(() -> isChosen ? List.of() : result.plan().map(this::shared).orElse(List.of()));
  }

  /** The only strategy, whatever else speaks against it, if it enforces everything. */
  private Optional<String> chosen() {
    return result.strategies().stream()
        .filter(StrategyResult::suffices)
        .map(StrategyResult::name)
        .findFirst();
  }

  private List<Design> shared(Plan plan) {
    return plan.strategies().stream()
        .map(name -> new Design(name, strategy(name).about().proof(), plan.resourcesOf(name)))
        .toList();
  }

  /** The strategy with what it is seen to show in this scenario. */
  private CredentialStrategy strategy(String name) {
    CredentialStrategy named =
        strategies.stream()
            .filter(one -> one.about().name().equals(name))
            .findFirst()
            .orElseThrow();
    return Probe.observed(named, settings.tokenService(), scenario);
  }

  /** What can't be enforced, each policy with the two requests that prove it. */
  List<String> refusal() {
    List<String> lines =
        closest().stream().flatMap(strategy -> shortfalls(strategy).stream()).toList();
    return lines.isEmpty() ? List.of(result.verdict().summary()) : lines;
  }

  private Optional<StrategyResult> closest() {
    return result.strategies().stream()
        .max(
            Comparator.comparingInt(StrategyResult::withstands)
                .thenComparing(StrategyResult::enforced));
  }

  private List<String> shortfalls(StrategyResult strategy) {
    return result.policies().stream()
        .filter(policy -> strategy.outcome(policy).failed())
        .flatMap(policy -> shortfall(strategy, policy))
        .toList();
  }

  private Stream<String> shortfall(StrategyResult strategy, PolicyFacts policy) {
    String where = "%s:%d: %s: ".formatted(result.scenario().file(), policy.line(), policy.id());
    return strategy
        .witness(policy)
        .map(Witness::sentence)
        .map(sentence -> where + strategy.name() + " can't enforce it: " + sentence)
        .stream();
  }
}
