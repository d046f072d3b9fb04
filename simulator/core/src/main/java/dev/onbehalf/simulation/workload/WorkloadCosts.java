package dev.onbehalf.simulation.workload;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Workload;
import dev.onbehalf.simulation.workload.WorkloadCost.AddedLatency;
import dev.onbehalf.simulation.workload.WorkloadCost.AfterRevocation;
import dev.onbehalf.simulation.workload.WorkloadCost.LifetimePoint;
import dev.onbehalf.strategy.CacheKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Finds out what a strategy's credentials cost under the workload of a scenario. */
public final class WorkloadCosts {
  /** Lifetimes of tokens, in seconds, from a minute to a working day, for a chart. */
  private static final double[] LIFETIMES = {60, 300, 900, 3_600, 14_400, 28_800};

  private final Workload workload;
  private final Callers callers;
  private final CredentialKeys keys;
  private final Obtaining obtaining;
  private final long seed;

  private WorkloadCosts(
      Workload workload, Callers callers, CredentialKeys keys, Obtaining obtaining, long seed) {
    this.workload = workload;
    this.callers = callers;
    this.keys = keys;
    this.obtaining = obtaining;
    this.seed = seed;
  }

  /**
   * Simulates the workload; the same arguments give the same cost, and the same seed the same calls
   * whatever the strategy.
   *
   * @param cachedBy what a credential depends on
   * @param obtaining what it takes to obtain one, with a nominal or a measured service time
   * @return the cost; empty for a scenario without agents, where nobody calls through one
   */
  public static Optional<WorkloadCost> of(
      Scenario scenario, List<CacheKey> cachedBy, Obtaining obtaining, long seed) {
    if (scenario.agents().isEmpty()) {
      return Optional.empty();
    }
    Workload workload = scenario.workload();
    Callers callers = Callers.of(scenario);
    CredentialKeys keys = new CredentialKeys(callers, workload.accessesPerSecond(), cachedBy);
    return Optional.of(new WorkloadCosts(workload, callers, keys, obtaining, seed).simulate());
  }

  private WorkloadCost simulate() {
    WorkloadSimulation simulation =
        new WorkloadSimulation(workload, callers, keys, obtaining, obtaining::serviceSeconds, seed);
    Observations seen = simulation.run();
    ExpectedMisses expected =
        new ExpectedMisses(keys, new AccessStream(callers, workload.accessesPerSecond(), seed));
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
