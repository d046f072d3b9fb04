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
  private final double[] ages;
  private final int[] calls;
  private int count;

  Residuals(int parties, double lifetime, int samples) {
    this.lifetime = lifetime;
    this.samples = new double[samples];
    lastMint = new double[parties];
    ages = new double[parties];
    calls = new int[parties];
    Arrays.fill(lastMint, Double.NEGATIVE_INFINITY);
  }

  /** A token of the party was minted; moments may come in any order. */
  void minted(int party, double seconds) {
    lastMint[party] = Math.max(lastMint[party], seconds);
  }

  void observe(int party, double seconds) {
    samples[count++] = Math.max(0, lastMint[party] + lifetime - seconds);
  }

  /** The party called with a credential that was minted so many seconds before. */
  void called(int party, double age) {
    ages[party] += age;
    calls[party]++;
  }

  /**
   * What became of revocations.
   *
   * @param seconds for which calls were made
   */
  Outliving outliving(double seconds) {
    SummaryStatistics statistics = new SummaryStatistics();
    Arrays.stream(samples, 0, count).forEach(statistics::addValue);
    double p99 = new Percentile().evaluate(samples, 0, count, 99);
    return new Outliving(
        Rounding.significant(statistics.getMean()),
        Rounding.significant(p99),
        Rounding.significant(statistics.getMax()),
        Rounding.significant(accesses() / seconds));
  }

  /**
   * A call outlives the revocations of the time since its credential was minted, so that what goes
   * on after one at a random moment is the sum of ages over time; a party is revoked as often as it
   * calls.
   */
  private double accesses() {
    double sum = 0;
    long all = 0;
    for (int party = 0; party < calls.length; party++) {
      sum += calls[party] * ages[party];
      all += calls[party];
    }
    return sum / all;
  }
}
