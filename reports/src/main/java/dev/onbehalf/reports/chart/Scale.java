package dev.onbehalf.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis that begins at zero: linear, or by magnitude where the values are too far apart for that.
 *
 * @param unit what is told from zero when it goes by magnitude; zero when it is linear
 */
record Scale(double unit, double end, List<Double> ticks) {
  private static final double TOO_FAR_APART = 1_000;

  Scale {
    ticks = List.copyOf(ticks);
  }

  /** A scale for the values, whose linear axis ends at a tick if {@code whole}. */
  static Scale of(List<Double> values, boolean whole) {
    double most = values.stream().mapToDouble(value -> value).max().orElse(0);
    double least = values.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(most);
    return most > TOO_FAR_APART * least && least > 0
        ? byMagnitude(least, most)
        : linear(most > 0 ? most : 1, step(most, values), whole);
  }

  /** Counts have whole ticks. */
  private static double step(double most, List<Double> values) {
    boolean counts = values.stream().allMatch(value -> value % 1 == 0);
    return counts ? (double) Charts.tickStep((long) most) : Charts.fineStep(most);
  }

  private static Scale linear(double most, double step, boolean whole) {
    double end = whole ? Math.max(1, Math.ceil(most / step)) * step : most;
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= end * 1.001; i++) {
      ticks.add(i * step);
    }
    return new Scale(0, end, ticks);
  }

  private static Scale byMagnitude(double least, double most) {
    double unit = Math.pow(10, Math.floor(Math.log10(least)));
    List<Double> ticks = new ArrayList<>(List.of(0.0));
    // The unit itself would stand too close to zero.
    for (int power = 1; ticks.get(ticks.size() - 1) < most * 0.999; power++) {
      ticks.add(unit * Math.pow(10, power));
    }
    return new Scale(unit, ticks.get(ticks.size() - 1), ticks);
  }

  /** Where the value stands on an axis from 0. */
  double at(double value) {
    return unit == 0 ? value : Math.log10(1 + value / unit);
  }

  /** What the axis is about, and that it isn't linear where it isn't. */
  String words(String what) {
    return unit == 0 ? what : what + ", by magnitude";
  }
}
