package dev.onbehalf.simulation.workload;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** The confidence interval of a mean, from independent replications (Student's t). */
record Interval(double mean, double halfWidth) {
  private static final double CONFIDENCE = 0.999;

  /** The interval of what so many seeds, from 1 on, give. */
  static Interval of(int replications, LongToDoubleFunction experiment) {
    SummaryStatistics statistics = new SummaryStatistics();
    LongStream.rangeClosed(1, replications).mapToDouble(experiment).forEach(statistics::addValue);
    double quantile =
        new TDistribution(replications - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    double error = statistics.getStandardDeviation() / Math.sqrt(replications);
    return new Interval(statistics.getMean(), quantile * error);
  }

  /** Fails unless the interval covers the value and is narrow enough to say something. */
  void assertCovers(double expected, double widest) {
    assertTrue(Math.abs(mean - expected) <= halfWidth + 1e-12, () -> this + " for " + expected);
    assertTrue(halfWidth <= widest * expected + 1e-12, () -> this + " is wider than " + widest);
  }
}
