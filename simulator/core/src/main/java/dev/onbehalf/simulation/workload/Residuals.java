package dev.onbehalf.simulation.workload;

import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** How long the last token of a user, or of an agent, is still valid at random moments. */
final class Residuals {
  private final double lifetime;
  private final double[] lastMint;
  private final double[] samples;
  private int count;

  Residuals(int parties, double lifetime, int samples) {
    this.lifetime = lifetime;
    this.samples = new double[samples];
    lastMint = new double[parties];
    Arrays.fill(lastMint, Double.NEGATIVE_INFINITY);
  }

  /** A token of the party was minted; moments may come in any order. */
  void minted(int party, double seconds) {
    lastMint[party] = Math.max(lastMint[party], seconds);
  }

  void observe(int party, double seconds) {
    samples[count++] = Math.max(0, lastMint[party] + lifetime - seconds);
  }

  Outliving outliving() {
    SummaryStatistics statistics = new SummaryStatistics();
    Arrays.stream(samples, 0, count).forEach(statistics::addValue);
    double p99 = new Percentile().evaluate(samples, 0, count, 99);
    return new Outliving(
        Rounding.significant(statistics.getMean()),
        Rounding.significant(p99),
        Rounding.significant(statistics.getMax()));
  }
}
