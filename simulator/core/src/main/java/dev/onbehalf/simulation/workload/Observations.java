package dev.onbehalf.simulation.workload;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** What a simulation saw of so many calls, unrounded; times are in seconds. */
final class Observations {
  private final double[] latencies;
  private final Percentile percentile = new Percentile();
  private final long misses;
  private final double seconds;
  private final double work;
  private final double liveSeconds;

  /**
   * Keeps what was seen.
   *
   * @param latencies what obtaining added to each call
   * @param misses how many calls had to obtain a credential
   * @param seconds how long the calls took to come
   * @param work what the token service had to do, in seconds of one server
   * @param liveSeconds the times that credentials were valid, added up
   */
  Observations(double[] latencies, long misses, double seconds, double work, double liveSeconds) {
    this.latencies = latencies;
    percentile.setData(latencies);
    this.misses = misses;
    this.seconds = seconds;
    this.work = work;
    this.liveSeconds = liveSeconds;
  }

  /** For how long calls were made, in seconds. */
  double seconds() {
    return seconds;
  }

  /** The share of calls that had to obtain a credential. */
  double missRate() {
    return (double) misses / latencies.length;
  }

  /** How many credentials were obtained per second. */
  double missesPerSecond() {
    return misses / seconds;
  }

  /** How many credentials were valid at once, on average over time. */
  double liveCredentials() {
    return liveSeconds / seconds;
  }

  /** The share of so many servers that had work. */
  double utilisation(int servers) {
    return work / seconds / servers;
  }

  double meanLatency() {
    return Arrays.stream(latencies).average().orElse(0);
  }

  /** The latencies, in milliseconds. */
  double[] latencyMillis() {
    return Arrays.stream(latencies).map(latency -> 1_000 * latency).toArray();
  }

  /** A percentile of the latency, in seconds. */
  double latencyPercentile(double percent) {
    return percentile.evaluate(percent);
  }
}
