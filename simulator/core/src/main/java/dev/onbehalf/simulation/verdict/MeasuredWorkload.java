package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.workload.ScenarioWorkload;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The workload of a scenario with a token service that is as fast as was measured. */
public final class MeasuredWorkload {
  private final Optional<ScenarioWorkload> workload;
  private final SimulationSettings settings;

  /** The workload of the scenario. */
  public MeasuredWorkload(Scenario scenario, SimulationSettings settings) {
    this.workload = ScenarioWorkload.of(scenario, settings.seed());
    this.settings = settings;
  }

  /** The timings by the names of strategies, each with what it makes of the workload. */
  public Map<String, Timing> applied(
      List<CredentialStrategy> strategies, Map<String, Timing> timings) {
    Map<String, Timing> applied = new TreeMap<>(timings);
    for (CredentialStrategy strategy : strategies) {
      applied.computeIfPresent(
          strategy.about().name(), (name, timing) -> applied(strategy, timing));
    }
    return applied;
  }

  private Timing applied(CredentialStrategy strategy, Timing timing) {
    // Processor time, because a token service doesn't wait for other programs of this machine.
    double seconds = timing.obtain().cpuNanosPerOperation() / 1e9;
    return timing.with(StrategyWorkload.of(workload, strategy, settings).withServiceTime(seconds));
  }
}
