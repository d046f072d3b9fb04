package dev.onbehalf.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals are those of the tables of Student's t. */
class PrecisionTest {
  @ParameterizedTest
  // The two-sided 5 % points of every table of the distribution.
  @CsvSource({"1, 12.706", "2, 4.303", "3, 3.182", "4, 2.776", "7, 2.365", "30, 2.042"})
  void quantile_isThatOfTheTables(int degreesOfFreedom, double quantile) {
    assertEquals(quantile, Precision.quantile(degreesOfFreedom), 0.0005);
  }

  @Test
  void halfWidth_isTimesTheStandardError() {
    // The mean is 2, the standard deviation 0.1: 4.303 * 0.1 / sqrt(3) / 2.
    assertEquals(0.1242, halfWidth(1.9, 2.0, 2.1), 0.0001);
    assertEquals(0, halfWidth(2, 2, 2));
  }

  @Test
  void halfWidth_ofOneFork_isUnknown() {
    assertEquals(
        Optional.empty(), Precision.relativeHalfWidth(new DescriptiveStatistics(new double[] {2})));
  }

  private static double halfWidth(double... forks) {
    return Precision.relativeHalfWidth(new DescriptiveStatistics(forks)).orElseThrow();
  }
}
