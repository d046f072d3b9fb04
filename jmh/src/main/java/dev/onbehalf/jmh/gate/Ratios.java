package dev.onbehalf.jmh.gate;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;

/**
 * The ratios of one row, as logarithms, one of each fork: what a fork says many times it still says
 * once. Two tests are asked, and either may answer: the t-test, and the exact signed-rank test,
 * which one wild fork doesn't impress. Each has half of the error probability.
 */
public record Ratios(List<Double> logs) {
  // Forks that agree to the last digit don't prove that the next one will.
  private static final double LEAST_DEVIATION = 0.001;
  private static final int TESTS = 2;

  public Ratios {
    logs = List.copyOf(logs);
  }

  /** How many forks there are. */
  public int forks() {
    return logs.size();
  }

  /** The ratio that half of the forks are below; 1 when there is none. */
  public double median() {
    return logs.isEmpty() ? 1 : Math.exp(Contender.median(logs));
  }

  /** How probable forks like these are if the true ratio is this one or higher. */
  double probabilityAtLeast(double ratio) {
    return probability(Math.log(ratio), AlternativeHypothesis.LESS_THAN);
  }

  /** How probable forks like these are if the true ratio is this one or lower. */
  double probabilityAtMost(double ratio) {
    return probability(Math.log(ratio), AlternativeHypothesis.GREATER_THAN);
  }

  /** The highest true ratio that these forks don't refute with this error probability. */
  public double upperBound(double alpha) {
    double share = alpha / TESTS;
    return Math.exp(Math.min(mean() + margin(share), SignedRanks.upperBound(logs, share)));
  }

  /** The lowest true ratio that these forks don't refute with this error probability. */
  public double lowerBound(double alpha) {
    List<Double> mirrored = logs.stream().map(log -> -log).toList();
    return 1 / new Ratios(mirrored).upperBound(alpha);
  }

  private double probability(double log, AlternativeHypothesis alternative) {
    if (forks() < 2) {
      return 1;
    }
    double byMean =
        TTest.withDefaults()
            .withMu(log)
            .with(alternative)
            .test(mean(), deviation() * deviation(), forks())
            .getPValue();
    return Math.min(1, TESTS * Math.min(byMean, SignedRanks.probability(logs, log, alternative)));
  }

  private double margin(double alpha) {
    return forks() < 2
        ? Double.POSITIVE_INFINITY
        : new TDistribution(forks() - 1.0).inverseCumulativeProbability(1 - alpha)
            * deviation()
            / Math.sqrt(forks());
  }

  private double mean() {
    return logs.isEmpty() ? 0 : StatUtils.mean(array());
  }

  private double deviation() {
    return Math.max(LEAST_DEVIATION, Math.sqrt(StatUtils.variance(array())));
  }

  private double[] array() {
    return logs.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
