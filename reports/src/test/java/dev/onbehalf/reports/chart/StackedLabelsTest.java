package dev.onbehalf.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels keep their order and their distance, and stay where they may stand. */
final class StackedLabelsTest {
  @Test
  void labelsThatAreApart_standWhereTheyAreWanted() {
    assertEquals(List.of(20.0, 60.0), StackedLabels.apart(List.of(20.0, 60.0), 0, 100));
  }

  @Test
  void labelsThatWouldCoverEachOther_moveDown() {
    assertEquals(List.of(20.0, 35.0), StackedLabels.apart(List.of(20.0, 21.0), 0, 100));
  }

  @Test
  void labelsAtTheBottom_pushTheOthersUp() {
    assertEquals(
        List.of(70.0, 85.0, 100.0), StackedLabels.apart(List.of(99.0, 99.0, 99.0), 0, 100));
  }

  @Test
  void moreLabelsThanLines_standCloser() {
    List<Double> places = StackedLabels.apart(Collections.nCopies(11, 50.0), 0, 100);
    assertEquals(0, places.get(0), 1e-9);
    assertEquals(100, places.get(10), 1e-9);
    for (int i = 1; i < places.size(); i++) {
      assertTrue(places.get(i) - places.get(i - 1) > 9.99, places::toString);
    }
  }
}
