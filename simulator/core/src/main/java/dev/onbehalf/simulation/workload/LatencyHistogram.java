package dev.onbehalf.simulation.workload;

import dev.onbehalf.simulation.result.WorkloadCost.LatencyShare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts latencies in bins that a chart can show. */
final class LatencyHistogram {
  /** Upper bounds in milliseconds, included; what is above them all has the maximum for bound. */
  private static final double[] BOUNDS = {
    0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000
  };

  private LatencyHistogram() {}

  /** The shares of the latencies in the bins from 0 to the highest that holds one. */
  static List<LatencyShare> of(double[] millis) {
    double most = Arrays.stream(millis).max().orElse(0);
    int[] counts = new int[BOUNDS.length + 1];
    for (double latency : millis) {
      int found = Arrays.binarySearch(BOUNDS, latency);
      counts[found < 0 ? -found - 1 : found]++;
    }
    List<LatencyShare> shares = new ArrayList<>();
    for (int i = 0; i < counts.length && (i == 0 || BOUNDS[i - 1] < most); i++) {
      double bound = i < BOUNDS.length ? BOUNDS[i] : Rounding.significant(most);
      shares.add(new LatencyShare(bound, Rounding.significant((double) counts[i] / millis.length)));
    }
    return shares;
  }
}
