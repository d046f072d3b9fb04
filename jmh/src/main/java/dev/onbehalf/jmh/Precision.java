package dev.onbehalf.jmh;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.StatisticalSummary;

/** How far the mean of what forks said may be from that of all forks there could be. */
final class Precision {
  private static final double CONFIDENCE = 0.95;

  private Precision() {}

  /** Half the 95 % t interval of the mean, as a share of it; empty of fewer than two forks. */
  static Optional<Double> relativeHalfWidth(StatisticalSummary forks) {
    int count = (int) forks.getN();
    return count < 2
        ? Optional.empty()
        : Optional.of(
            quantile(count - 1)
                * forks.getStandardDeviation()
                / Math.sqrt(count)
                / forks.getMean());
  }

  /** Student's t that lies as far out as the confidence wants, on both sides. */
  static double quantile(int degreesOfFreedom) {
    return new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }
}
