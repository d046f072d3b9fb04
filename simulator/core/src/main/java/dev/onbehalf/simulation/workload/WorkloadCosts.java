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
        afterRevocation(simulation, seen.seconds()),
        LatencyHistogram.of(seen.latencyMillis()),
        mintsByLifetime(expected));
  }

  private static AddedLatency latency(Observations seen) {
    return new AddedLatency(millis(seen, 50), millis(seen, 95), millis(seen, 99));
  }

  private static double millis(Observations seen, double percent) {
    return Rounding.significant(1_000 * seen.latencyPercentile(percent));
  }

  private AfterRevocation afterRevocation(WorkloadSimulation simulation, double seconds) {
    return new AfterRevocation(
        Optional.of(simulation.users())
            .filter(all -> keys.dependOnUser())
            .map(all -> all.outliving(seconds)),
        Optional.of(simulation.agents())
            .filter(all -> keys.dependOnAgent())
            .map(all -> all.outliving(seconds)));
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

  /**
   * The share of calls that miss a lifetime cache, in closed form: a credential called for at a
   * rate r that lives T seconds is minted once in T + 1/r seconds, so 1 in 1 + rT calls mints it.
   */
  private static final class ExpectedMisses {
    private static final int DRAWS = 20_000;

    private final double[] rates = new double[DRAWS];

    /**
     * Looks at random calls, because there may be far more credentials than anyone could sum up.
     */
    ExpectedMisses(CredentialKeys keys, CallBlocks blocks) {
      CallBlock block = blocks.next();
      for (int i = 0; i < DRAWS; i++) {
        int call = i % CallBlock.SIZE;
        block = i > 0 && call == 0 ? blocks.next() : block;
        rates[i] = keys.rate(block, call);
      }
    }

    /** The share for tokens of the lifetime, from 0 to 1. */
    double share(double lifetimeSeconds) {
      double sum = 0;
      for (double rate : rates) {
        sum += 1 / (1 + rate * lifetimeSeconds);
      }
      return sum / DRAWS;
    }
  }
}
