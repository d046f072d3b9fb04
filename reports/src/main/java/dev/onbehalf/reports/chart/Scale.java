package dev.onbehalf.reports.chart;

import dev.onbehalf.reports.words.Numbers;
import java.util.List;
import java.util.stream.Stream;

/**
 * An axis: with ticks of its own, or from zero, linear or by magnitude where the values are too far
 * apart for that.
 *
 * @param unit what is told from zero when it goes by magnitude; zero when it is linear
 */
public record Scale(String words, double unit, double from, double to, List<Tick> ticks) {
  private static final double TOO_FAR_APART = 1_000;

  public Scale {
    ticks = List.copyOf(ticks);
  }

  /** A word on the axis. */
  public record Tick(double at, String words) {}

  /** A scale from the first tick to the last. */
  public static Scale of(String words, List<Tick> ticks) {
    return new Scale(words, 0, ticks.get(0).at(), ticks.get(ticks.size() - 1).at(), ticks);
  }

  /** A scale for the values, whose linear axis ends at a tick if {@code whole}. */
  public static Scale of(String words, List<Double> values, boolean whole) {
    double most = values.stream().mapToDouble(value -> value).max().orElse(0);
    double least = values.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(most);
    return most > TOO_FAR_APART * least && least > 0
        ? byMagnitude(words, least, most)
        : linear(words, most > 0 ? most : 1, step(most, values), whole);
  }

  /** Counts have whole ticks. */
  private static double step(double most, List<Double> values) {
    return values.stream().allMatch(value -> value % 1 == 0) ? step(most, 1) : fineStep(most);
  }

  private static Scale linear(String words, double most, double step, boolean whole) {
    double end = whole ? Math.max(1, Math.ceil(most / step)) * step : most;
    Stream<Double> ticks =
        Stream.iterate(0, i -> i * step <= end * 1.001, i -> i + 1).map(i -> i * step);
    return numbered(words, 0, end, ticks);
  }

  /** The unit itself would stand too close to zero. */
  private static Scale byMagnitude(String words, double least, double most) {
    double unit = Math.pow(10, Math.floor(Math.log10(least)));
    double powers = Math.ceil(Math.log10(most / unit) - 0.0001);
    Stream<Double> ticks =
        Stream.iterate(1.0, power -> power <= powers, power -> power + 1)
            .map(power -> unit * Math.pow(10, power));
    return numbered(
        words + ", log scale",
        unit,
        unit * Math.pow(10, powers),
        Stream.concat(Stream.of(0.0), ticks));
  }

  private static Scale numbered(String words, double unit, double end, Stream<Double> ticks) {
    List<Tick> numbers = ticks.map(tick -> new Tick(at(unit, tick), Numbers.of(tick))).toList();
    return new Scale(words, unit, 0, at(unit, end), numbers);
  }

  /** Where the value stands on the axis. */
  double at(double value) {
    return at(unit, value);
  }

  private static double at(double unit, double value) {
    return unit == 0 ? value : Math.log10(1 + value / unit);
  }

  /** The distance between round ticks up to a maximum that may be a fraction. */
  public static double fineStep(double most) {
    return most > 0 ? step(most, Math.pow(10, Math.floor(Math.log10(most)) - 1)) : 1;
  }

  /** The distance between round ticks (1, 2, 5, 10, ... times the finest), at most six. */
  static double step(double most, double finest) {
    double power = finest;
    while (true) {
      for (double step : new double[] {power, 2 * power, 5 * power}) {
        if (Math.floor(most / step) <= 5) {
          return step;
        }
      }
      power *= 10;
    }
  }
}
