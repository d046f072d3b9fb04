package dev.onbehalf.jmh.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds are as wide as the tables of the tests say, and odd samples prove nothing they can't. */
class RatiosTest {
  private static Ratios of(double... ratios) {
    return new Ratios(Arrays.stream(ratios).map(Math::log).boxed().toList());
  }

  private static Ratios constant(double ratio, int forks) {
    return new Ratios(Collections.nCopies(forks, Math.log(ratio)));
  }

  @Test
  void bounds_areThoseOfTheTTest_whereTheRankTestCanSayNothingYet() {
    Ratios ratios = new Ratios(List.of(-0.02, -0.01, 0.0, 0.01, 0.02));
    // Five values with deviation 0.0158114; the table has t = 3.747 for 4 degrees and 1 %.
    double margin = 3.747 * 0.0158114 / Math.sqrt(5);
    assertEquals(margin, Math.log(ratios.upperBound(0.02)), 1e-5);
    assertEquals(-margin, Math.log(ratios.lowerBound(0.02)), 1e-5);
  }

  @Test
  void probabilities_areThoseOfTheTTest() {
    Ratios ratios = new Ratios(List.of(-0.02, -0.01, 0.0, 0.01, 0.02));
    double atTheBound = 3.747 * 0.0158114 / Math.sqrt(5);
    assertEquals(0.02, ratios.probabilityAtLeast(Math.exp(atTheBound)), 1e-4);
    assertEquals(0.02, ratios.probabilityAtMost(Math.exp(-atTheBound)), 1e-4);
  }

  @Test
  void forks_thatAgreeWholly_stillLeaveDoubt() {
    Ratios ratios = constant(1, 5);
    assertTrue(ratios.upperBound(0.01) > 1.001, () -> "" + ratios.upperBound(0.01));
    assertTrue(ratios.upperBound(0.01) < 1.01, () -> "" + ratios.upperBound(0.01));
    assertTrue(ratios.lowerBound(0.01) < 0.999);
  }

  @Test
  void forks_thatAllAreAtTheLimit_refuteNothing() {
    Ratios ratios = constant(1.1, 5);
    assertTrue(ratios.probabilityAtLeast(1.1) >= 0.5);
    assertTrue(ratios.probabilityAtMost(1.1) >= 0.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void forks_tooFewForAnything_refuteNothing(int forks) {
    Ratios ratios = constant(1, forks);
    assertEquals(1, ratios.probabilityAtLeast(2));
    assertEquals(1, ratios.probabilityAtMost(0.5));
    assertEquals(Double.POSITIVE_INFINITY, ratios.upperBound(0.01));
    assertEquals(0, ratios.lowerBound(0.01));
  }

  @Test
  void oneWildFork_isNoMatchForSeventeenOthers() {
    List<Double> logs = new ArrayList<>(List.of(0.7));
    for (int fork = 0; fork < 17; fork++) {
      logs.add(0.001 * fork - 0.008 + 0.00001 * fork * fork);
    }
    Ratios ratios = new Ratios(logs);
    assertTrue(ratios.upperBound(0.01) < 1.02, () -> "" + ratios.upperBound(0.01));
    // The wild fork has the highest rank, 18, and 253 of 2^18 ways to put the signs come to no
    // more.
    assertEquals(2 * 253 / Math.pow(2, 18), ratios.probabilityAtLeast(1.1), 1e-9);
  }

  @Test
  void oneWildFork_amongFive_leavesItOpen() {
    Ratios ratios = of(1.001, 0.999, 1.002, 0.998, 1.6);
    assertTrue(ratios.upperBound(0.01) > 1.1);
    assertTrue(ratios.probabilityAtLeast(1.1) > 0.01);
    assertTrue(ratios.probabilityAtMost(1.05) > 0.01);
  }

  @Test
  void rankTest_withoutTies_isExact() {
    // All of 5 forks are below: one of 32 ways to put the signs.
    double probability =
        SignedRanks.probability(
            List.of(-0.01, -0.02, -0.03, -0.04, -0.05), 0, AlternativeHypothesis.LESS_THAN);
    assertEquals(1.0 / 32, probability, 1e-12);
  }

  @Test
  void rankTest_withTies_saysNothing() {
    double probability =
        SignedRanks.probability(
            List.of(-0.01, -0.01, -0.01, -0.01, -0.01, -0.01, -0.01, -0.01),
            0,
            AlternativeHypothesis.LESS_THAN);
    assertEquals(1, probability);
  }

  @Test
  void median_isThatOfTheForks() {
    assertEquals(1.02, of(1.5, 1.02, 0.9).median(), 1e-12);
  }
}
