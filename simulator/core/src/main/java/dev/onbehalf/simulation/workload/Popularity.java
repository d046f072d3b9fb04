package dev.onbehalf.simulation.workload;

import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;

/** How often each member of a kind is called: Zipf's law over the order of the scenario. */
final class Popularity {
  private final double[] probabilities;
  private final AliasTable table;

  /**
   * A law of popularity.
   *
   * @param members how many there are, one at least
   * @param exponent 0 or more; 0 makes all equally popular
   */
  Popularity(int members, double exponent) {
    double first =
        exponent == 0 ? 1.0 / members : new ZipfDistribution(members, exponent).probability(1);
    probabilities = new double[members];
    for (int i = 0; i < members; i++) {
      // The library's own probability(i) sums up the whole law for every i.
      probabilities[i] = first * FastMath.pow(i + 1.0, -exponent);
    }
    table = new AliasTable(probabilities);
  }

  int members() {
    return probabilities.length;
  }

  /** The share of calls that goes to the member, counted from 0. */
  double probability(int member) {
    return probabilities[member];
  }

  int sample(RandomGenerator random) {
    return table.sample(random);
  }
}
