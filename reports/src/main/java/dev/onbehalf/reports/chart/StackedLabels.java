package dev.onbehalf.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** Labels one below the other, as near to where they are wanted as the room allows. */
final class StackedLabels {
  /** The height of a label. */
  static final int LINE = 15;

  private StackedLabels() {}

  /** Where the labels stand from top to bottom, in the order in which they are wanted. */
  static List<Double> apart(List<Double> wanted, double top, double bottom) {
    double line = Math.min(LINE, (bottom - top) / Math.max(1, wanted.size() - 1));
    List<Double> places = new ArrayList<>(wanted);
    double highest = top;
    for (int i = 0; i < places.size(); i++) {
      places.set(i, Math.max(places.get(i), highest));
      highest = places.get(i) + line;
    }
    double lowest = bottom;
    for (int i = places.size() - 1; i >= 0; i--) {
      places.set(i, Math.min(places.get(i), lowest));
      lowest = places.get(i) - line;
    }
    return places;
  }
}
