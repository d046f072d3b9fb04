package dev.onbehalf.simulation.workload;

import dev.onbehalf.scenario.Workload;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.AddedLatency;
import dev.onbehalf.simulation.result.WorkloadCost.AfterRevocation;
import dev.onbehalf.simulation.result.WorkloadCost.LifetimePoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * Finds out what a strategy's credentials cost under the workload of a scenario.
 *
 * @param calls the same calls whenever it is asked
 */
record WorkloadCosts(
    Workload workload,
    Traffic callers,
    Supplier<CallBlocks> calls,
    CredentialKeys keys,
    Obtaining obtaining,
    long seed) {
  /** Lifetimes of tokens, in seconds, from a minute to a working day, for a chart. */
  private static final double[] LIFETIMES = {60, 300, 900, 3_600, 14_400, 28_800};

  WorkloadCost simulate() {
    WorkloadSimulation simulation =
        new WorkloadSimulation(
            workload, callers, calls.get(), keys, obtaining, obtaining::serviceSeconds, seed);
    Observations seen = simulation.run();
    ExpectedMisses expected = new ExpectedMisses(keys, calls.get());
    return new WorkloadCost(
        Rounding.significant(1_000 * obtaining.tokens() * seen.missRate()),
        obtaining.isFree() ? 1 : Rounding.complement(seen.missRate()),
        Rounding.significant(obtaining.tokens() * seen.liveCredentials()),
        Rounding.significant(seen.utilisation(workload.tokenServiceServers())),
        isSaturated(expected),
        Rounding.significant(1_000 * obtaining.serviceSeconds()),
        latency(seen),
        afterRevocation(simulation),
        LatencyHistogram.of(seen.latencyMillis()),
        mintsByLifetime(expected));
  }

  private static AddedLatency latency(Observations seen) {
    return new AddedLatency(millis(seen, 50), millis(seen, 95), millis(seen, 99));
  }

  private static double millis(Observations seen, double percent) {
    return Rounding.significant(1_000 * seen.latencyPercentile(percent));
  }

  private AfterRevocation afterRevocation(WorkloadSimulation simulation) {
    return new AfterRevocation(
        Optional.of(simulation.users())
            .filter(all -> keys.dependOnUser())
            .map(Residuals::outliving),
        Optional.of(simulation.agents())
            .filter(all -> keys.dependOnAgent())
            .map(Residuals::outliving));
  }

  /** By the calls that would come if nobody had to wait: those who wait ask for less. */
  private boolean isSaturated(ExpectedMisses expected) {
    double missesPerSecond = workload.accessesPerSecond() * expected.share(seconds(workload));
    return obtaining.roundTrips() > 0
        && missesPerSecond * obtaining.serviceSeconds() >= workload.tokenServiceServers();
  }

  private List<LifetimePoint> mintsByLifetime(ExpectedMisses expected) {
    return DoubleStream.concat(DoubleStream.of(LIFETIMES), DoubleStream.of(seconds(workload)))
        .sorted()
        .distinct()
        .mapToObj(lifetime -> point(lifetime, expected))
        .toList();
  }

  private LifetimePoint point(double lifetime, ExpectedMisses expected) {
    return new LifetimePoint(
        Rounding.significant(lifetime),
        Rounding.significant(1_000 * obtaining.tokens() * expected.share(lifetime)));
  }

  private static double seconds(Workload workload) {
    return workload.tokenLifetime().toNanos() / 1e9;
  }
}
