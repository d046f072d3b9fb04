package dev.onbehalf.reports.gate;

import dev.onbehalf.reports.gate.GateSummary.Bounds;
import dev.onbehalf.reports.gate.GateSummary.Change;
import dev.onbehalf.reports.gate.GateSummary.CountLine;
import dev.onbehalf.reports.gate.GateSummary.TimeLine;
import dev.onbehalf.reports.words.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of the gate, cell by cell; what fails comes first. */
final class GateCells {
  private GateCells() {}

  /** What is counted. */
  static List<String> countHeading() {
    return List.of(
        "strategy", "verdict", "signatures", "verifications", "round trips", "token B", "alloc B");
  }

  /** What is timed. */
  static List<String> timeHeading() {
    return List.of(
        "strategy", "call", "verdict", "time", "99 % bounds", "from", "before µs", "now µs");
  }

  /** A row for each strategy. */
  static List<List<String>> counts(GateSummary summary) {
    return summary.counts().stream()
        .sorted(Comparator.comparing(CountLine::bad).reversed())
        .map(line -> joined(List.of(line.strategy(), line.verdict()), line.cells()))
        .toList();
  }

  /** A row for each benchmark of each strategy. */
  static List<List<String>> times(GateSummary summary) {
    return summary.times().stream()
        .sorted(Comparator.comparing(TimeLine::bad).reversed())
        .map(GateCells::cells)
        .toList();
  }

  private static List<String> cells(TimeLine line) {
    return List.of(
        line.strategy(),
        line.benchmark(),
        line.verdict(),
        line.change().map(GateCells::ratio).orElse(Numbers.UNKNOWN),
        line.change().flatMap(Change::bounds).map(GateCells::words).orElse(Numbers.UNKNOWN),
        line.how(),
        micros(line.beforeNanos()),
        micros(line.afterNanos()));
  }

  private static String ratio(Change change) {
    return (change.mayBeNone() ? "~ " : "") + percent(change.ratio());
  }

  private static String words(Bounds bounds) {
    return percent(bounds.low()) + " … " + percent(bounds.high());
  }

  /** The ratio as what is added or taken away. */
  static String percent(double ratio) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
  }

  private static String micros(double nanos) {
    return Double.isNaN(nanos) ? Numbers.UNKNOWN : Numbers.fixed(nanos / 1_000, 1);
  }

  private static List<String> joined(List<String> first, List<String> others) {
    return Stream.concat(first.stream(), others.stream()).toList();
  }
}
