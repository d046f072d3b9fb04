package dev.onbehalf.reports.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Labels one below the other, as near to where they are wanted as the room allows. */
final class StackedLabels {
  /** The height of a label. */
  static final int LINE = 15;

  private StackedLabels() {}

  /**
   * Where the labels stand, in the order in which they are wanted from top to bottom.
   *
   * @param wanted where they would stand if there were no others, from top to bottom
   * @param top where the first may stand at the highest
   * @param bottom where the last may stand at the lowest
   */
  static List<Double> apart(List<Double> wanted, double top, double bottom) {
    double line = Math.min(LINE, (bottom - top) / Math.max(1, wanted.size() - 1));
    List<Double> places = new ArrayList<>();
    double free = top;
    for (double place : wanted) {
      places.add(Math.max(place, free));
      free = places.get(places.size() - 1) + line;
    }
    return pushedUp(places, line, bottom);
  }

  private static List<Double> pushedUp(List<Double> places, double line, double bottom) {
    List<Double> upwards = new ArrayList<>();
    double free = bottom;
    for (int i = places.size() - 1; i >= 0; i--) {
      upwards.add(Math.min(places.get(i), free));
      free = upwards.get(upwards.size() - 1) - line;
    }
    Collections.reverse(upwards);
    return upwards;
  }
}
