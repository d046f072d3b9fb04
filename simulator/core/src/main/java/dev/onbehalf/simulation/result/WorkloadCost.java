package dev.onbehalf.simulation.result;

import java.util.List;
import java.util.Optional;

/**
 * What the credentials of a strategy cost when agents call at the pace of the scenario's workload.
 * Numbers have four significant digits, the hit rate as many as the share of misses.
 *
 * @param mintsPer1000Accesses tokens minted per 1,000 calls through agents, without the tokens of
 *     the users' own logins, which every strategy presupposes
 * @param cacheHitRate the share of calls that find their credential cached, or on its way; 1 for a
 *     strategy that obtains none
 * @param liveTokens how many of the tokens minted are valid at once, on average
 * @param utilisation the share of the token service's servers that is busy
 * @param saturated whether the calls ask for more than the servers can ever give; the latency then
 *     grows with the length of the run
 * @param serviceMillis the work of the token service on one credential, in milliseconds
 * @param addedLatencyMillis what obtaining adds to a call, over all calls, in milliseconds
 * @param secondsAfterRevocation how long calls succeed after the revocation
 * @param latencyShares the distribution of the added latency, by its upper bounds
 * @param mintsByLifetime what other lifetimes of tokens come to, as expected by closed form
 */
public record WorkloadCost(
    double mintsPer1000Accesses,
    double cacheHitRate,
    double liveTokens,
    double utilisation,
    boolean saturated,
    double serviceMillis,
    AddedLatency addedLatencyMillis,
    AfterRevocation secondsAfterRevocation,
    List<LatencyShare> latencyShares,
    List<LifetimePoint> mintsByLifetime) {
  public WorkloadCost {
    latencyShares = List.copyOf(latencyShares);
    mintsByLifetime = List.copyOf(mintsByLifetime);
  }

  /** Percentiles over all calls, in milliseconds; 0 where the credential is cached. */
  public record AddedLatency(double p50, double p95, double p99) {}

  /** The same with other calls after a revocation. */
  public WorkloadCost with(AfterRevocation after) {
    return new WorkloadCost(
        mintsPer1000Accesses,
        cacheHitRate,
        liveTokens,
        utilisation,
        saturated,
        serviceMillis,
        addedLatencyMillis,
        after,
        latencyShares,
        mintsByLifetime);
  }

  /**
   * How long calls succeed after what is registered for a user alone, or for an agent alone, is
   * taken away.
   *
   * @param user empty when credentials don't depend on the user: revoking one ends nothing
   * @param agent empty when credentials don't depend on the agent
   */
  public record AfterRevocation(Optional<Outliving> user, Optional<Outliving> agent) {}

  /**
   * Seconds until the last token of the party expires, from a random moment.
   *
   * @param accesses so many calls of the party succeed from then on in the mean
   */
  public record Outliving(double mean, double p99, double max, double accesses) {
    /** Nothing succeeds any more. */
    public static final Outliving NONE = new Outliving(0, 0, 0, 0);
  }

  /** The share of calls with a latency above the bound before and up to this one. */
  public record LatencyShare(double upToMillis, double share) {}

  /** The tokens minted per 1,000 calls if tokens lived so long. */
  public record LifetimePoint(double lifetimeSeconds, double mintsPer1000Accesses) {}
}
