package dev.onbehalf.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The middle of forks is the median, and the interval says how sure it is. */
class SeriesTest {
  @Test
  void median_ofAnOddNumber_isTheOneInTheMiddle() {
    assertEquals(2, new Series(List.of(1_000.0, 1.0, 2.0)).median());
  }

  @Test
  void median_ofAnEvenNumber_isTheMeanOfTheTwoInTheMiddle() {
    assertEquals(3, new Series(List.of(4.0, 1_000.0, 2.0, 1.0)).median());
  }

  @Test
  void median_ofNothing_isNoNumber() {
    assertTrue(Double.isNaN(new Series().median()));
  }

  @Test
  void interval_reachesFromTheLowestToTheHighest() {
    Series series = new Series(List.of(3.0, 1.0, 2.0));
    assertEquals(1, series.lowest());
    assertEquals(3, series.highest());
  }

  @ParameterizedTest
  // All n on the one side of the median, or all on the other: two of the 2^n equally likely cases.
  @CsvSource({"0, 0", "1, 0", "2, 0.5", "3, 0.75", "5, 0.9375"})
  void confidence_isThatNotAllForksLieOnOneSide(int forks, double confidence) {
    assertEquals(confidence, new Series(java.util.Collections.nCopies(forks, 1.0)).confidence());
  }
}
