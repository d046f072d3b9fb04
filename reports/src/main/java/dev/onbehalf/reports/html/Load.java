package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.WorkloadCost;
import java.util.List;
import java.util.Optional;

/** A strategy whose workload was simulated. */
record Load(StrategyResult strategy, WorkloadCost cost) {
  /** Those of the result, in its order. */
  static List<Load> of(SimulationResult result) {
    return result.strategies().stream()
        .flatMap(
            strategy -> strategy.cost().workload().stream().map(cost -> new Load(strategy, cost)))
        .toList();
  }

  /** The same with a token service as fast as was measured; empty when nothing was measured. */
  Optional<WorkloadCost> measured() {
    return strategy.timing().flatMap(Timing::workload);
  }
}
