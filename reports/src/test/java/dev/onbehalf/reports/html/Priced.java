package dev.onbehalf.reports.html;

import dev.onbehalf.reports.ResultBuilder;
import dev.onbehalf.reports.StrategyBuilder;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Interval;
import dev.onbehalf.simulation.result.Timing.Operation;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.AddedLatency;
import dev.onbehalf.simulation.result.WorkloadCost.AfterRevocation;
import dev.onbehalf.simulation.result.WorkloadCost.LatencyShare;
import dev.onbehalf.simulation.result.WorkloadCost.LifetimePoint;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results with the workload simulated and the time measured, in round numbers. */
final class Priced {
  private Priced() {}

  /** The result with a workload whose k-th strategy, from 0, mints 2.5 k tokens in 1,000 calls. */
  static SimulationResult withWorkload(SimulationResult result) {
    return with(result, true);
  }

  /** The same, with a latency of which only the percentiles are known. */
  static SimulationResult withPercentilesOnly(SimulationResult result) {
    return with(result, false);
  }

  /** The result with a quick measurement of its first strategy, of which deciding has no floor. */
  static SimulationResult measured(SimulationResult result) {
    Operation decide = operation(1_250, Optional.empty());
    Timing timing =
        new Timing(
            "quick",
            "SunEC <17>",
            "EdDSA",
            3,
            operation(400_000, Optional.of(1.5)),
            operation(250_000, Optional.of(1.125)),
            decide,
            operation(651_250, Optional.of(1.25)),
            result.strategies().get(0).cost().workload());
    return result.with(Map.of(result.strategies().get(0).name(), timing));
  }

  private static Operation operation(double nanos, Optional<Double> multiple) {
    return new Operation(
        nanos,
        nanos / 2,
        4_096,
        multiple,
        multiple.map(times -> nanos / 2 / times),
        new Interval(nanos - 250, nanos + 250, 0.75),
        List.of(nanos),
        Optional.empty(),
        Optional.empty());
  }

  private static SimulationResult with(SimulationResult result, boolean distribution) {
    List<StrategyResult> strategies =
        result.strategies().stream()
            .map(s -> priced(s, result.strategies().indexOf(s), distribution))
            .toList();
    return with(result, strategies);
  }

  /** The result with these strategies instead of its own. */
  static SimulationResult with(SimulationResult result, List<StrategyResult> strategies) {
    return ResultBuilder.of(result).strategies(strategies).build();
  }

  private static StrategyResult priced(StrategyResult strategy, int rank, boolean distribution) {
    Cost cost = strategy.cost();
    Cost priced =
        new Cost(
            cost.signatures(),
            cost.verifications(),
            cost.roundTrips(),
            cost.tokenBytes(),
            cost.cachedBy(),
            cost.standing(),
            Optional.of(workload(rank, distribution)));
    return StrategyBuilder.of(strategy, strategy.name()).cost(priced).build();
  }

  private static WorkloadCost workload(int rank, boolean distribution) {
    double mints = 2.5 * rank;
    Outliving outliving = new Outliving(150, 297, 300, 12);
    return new WorkloadCost(
        mints,
        1 - mints / 1_000,
        6 * rank,
        0.125 * rank,
        rank == 2,
        2.25 * rank,
        new AddedLatency(0, 3.5 * rank, 20.5 * rank),
        new AfterRevocation(
            rank == 1 ? Optional.empty() : Optional.of(outliving),
            rank == 0 ? Optional.empty() : Optional.of(outliving)),
        distribution ? shares(mints / 1_000) : List.of(),
        List.of(
            new LifetimePoint(60, 5 * mints),
            new LifetimePoint(300, mints),
            new LifetimePoint(28_800, mints / 96)));
  }

  private static List<LatencyShare> shares(double misses) {
    return misses == 0
        ? List.of(new LatencyShare(0, 1))
        : List.of(
            new LatencyShare(0, 1 - misses),
            new LatencyShare(10, misses / 2),
            new LatencyShare(50, misses / 2));
  }
}
