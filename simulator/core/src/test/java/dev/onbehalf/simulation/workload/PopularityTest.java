package dev.onbehalf.simulation.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members are drawn as often as Zipf's law says. */
final class PopularityTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 0.5", "7, 1", "50, 1.3", "100, 10"})
  void probabilities_areThoseOfZipf(int members, double exponent) {
    Popularity popularity = new Popularity(members, exponent);
    ZipfDistribution zipf = new ZipfDistribution(members, exponent);
    for (int i = 0; i < members; i++) {
      assertEquals(zipf.probability(i + 1), popularity.probability(i), 1e-12);
    }
  }

  @Test
  void exponentZero_makesAllEquallyPopular() {
    Popularity popularity = new Popularity(4, 0);
    IntStream.range(0, 4).forEach(i -> assertEquals(0.25, popularity.probability(i), 1e-15));
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "2, 1", "10, 0.7", "30, 1"})
  void draws_followTheProbabilities(int members, double exponent) {
    Popularity popularity = new Popularity(members, exponent);
    RandomGenerator random = new MersenneTwister(1);
    long[] drawn = new long[members];
    for (int i = 0; i < 1_000_000; i++) {
      drawn[popularity.sample(random)]++;
    }
    double[] expected = IntStream.range(0, members).mapToDouble(popularity::probability).toArray();
    assertTrue(new ChiSquareTest().chiSquareTest(expected, drawn) > 0.001);
  }

  @Test
  void onlyMember_isAlwaysDrawn() {
    assertEquals(0, new Popularity(1, 2).sample(new MersenneTwister(1)));
  }
}
