package dev.onbehalf.cli.gate;

import dev.onbehalf.jmh.gate.Acceptance;
import dev.onbehalf.jmh.gate.AllocationGate.Allocation;
import dev.onbehalf.jmh.gate.Counts;
import dev.onbehalf.jmh.gate.DuetSide;
import dev.onbehalf.jmh.gate.ExactGate.Difference;
import dev.onbehalf.jmh.gate.Inventory;
import dev.onbehalf.jmh.gate.Row;
import dev.onbehalf.jmh.gate.Rule;
import dev.onbehalf.jmh.gate.TimeAdvice.Advice;
import dev.onbehalf.jmh.gate.TimeResult;
import dev.onbehalf.jmh.gate.TimeResult.Timed;
import dev.onbehalf.jmh.gate.Verdict;
import dev.onbehalf.reports.gate.GateSummary.Bounds;
import dev.onbehalf.reports.gate.GateSummary.Change;
import dev.onbehalf.reports.gate.GateSummary.CountLine;
import dev.onbehalf.reports.gate.GateSummary.TimeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** What the gate found, put into lines. */
final class GateWords {
  private GateWords() {}

  /** A line for each strategy of either side. */
  static List<CountLine> counts(Inventory baseline, Inventory candidate, ExactResult exact) {
    TreeSet<String> names = new TreeSet<>(baseline.strategies().keySet());
    names.addAll(candidate.strategies().keySet());
    return names.stream().map(name -> line(name, baseline, candidate, exact)).toList();
  }

  private static CountLine line(
      String name, Inventory baseline, Inventory candidate, ExactResult exact) {
    Optional<Counts> before = Optional.ofNullable(baseline.strategies().get(name));
    Optional<Counts> after = Optional.ofNullable(candidate.strategies().get(name));
    List<String> cells = new ArrayList<>();
    for (String count : DuetSide.counted()) {
      cells.add(changed(value(before, count), value(after, count)));
    }
    cells.add(exact.allocation(name).map(GateWords::bytes).orElse("–"));
    return new CountLine(name, verdict(name, exact), exact.isBad(name), cells);
  }

  private static String value(Optional<Counts> counts, String name) {
    return counts.map(found -> found.values().get(name)).map(String::valueOf).orElse("–");
  }

  private static String bytes(Allocation allocation) {
    boolean same = !allocation.isMore() && !allocation.isLess();
    String after = String.format(Locale.ROOT, "%.0f", allocation.after());
    return same ? after : changed(String.format(Locale.ROOT, "%.0f", allocation.before()), after);
  }

  private static String changed(String before, String after) {
    return before.equals(after) ? after : before + " → " + after;
  }

  private static String verdict(String name, ExactResult exact) {
    List<Difference> differences = exact.differences(name);
    if (exact.isBad(name)) {
      return differences.stream()
          .filter(GateWords::isPresence)
          .map(difference -> difference.after().equals("missing") ? "MISSING" : "NEW")
          .findFirst()
          .orElse("CHANGED");
    }
    boolean accepted =
        !differences.isEmpty() || exact.allocation(name).filter(Allocation::accepted).isPresent();
    return accepted ? "accepted" : "equal";
  }

  private static boolean isPresence(Difference difference) {
    return difference.what().equals(Acceptance.PRESENCE);
  }

  /** A line for each row that was timed. */
  static List<TimeLine> times(TimeResult result) {
    List<TimeLine> lines = new ArrayList<>();
    result.rows().forEach((row, timed) -> lines.add(line(row, timed, result)));
    return lines;
  }

  private static TimeLine line(Row row, Timed timed, TimeResult result) {
    boolean leftOut = result.leftOut().contains(row);
    String verdict = result.isValid() ? timed.verdict().words() : "invalid";
    return new TimeLine(
        row.strategy(),
        row.benchmark().words(),
        leftOut ? "LEFT OUT" : verdict,
        result.isValid() && timed.verdict() == Verdict.REGRESSION,
        change(timed),
        counted(timed.ratios().forks(), "fork"),
        timed.baselineNanos(),
        timed.candidateNanos());
  }

  private static Optional<Change> change(Timed timed) {
    double low = timed.ratios().lowerBound(Rule.ALPHA);
    double high = timed.ratios().upperBound(Rule.ALPHA);
    boolean bounded = low > 0 && Double.isFinite(high);
    return bounded
        ? Optional.of(
            new Change(
                timed.ratios().median(), low <= 1 && high >= 1, Optional.of(new Bounds(low, high))))
        : Optional.empty();
  }

  /** A line for each row that there are times of from both days. */
  static List<TimeLine> advice(SortedMap<Row, Advice> advice) {
    List<TimeLine> lines = new ArrayList<>();
    for (Map.Entry<Row, Advice> row : advice.entrySet()) {
      Advice found = row.getValue();
      lines.add(
          new TimeLine(
              row.getKey().strategy(),
              row.getKey().benchmark().words(),
              "advice",
              false,
              Optional.of(
                  new Change(found.ratio(), found.probability() > Rule.ALPHA, Optional.empty())),
              String.format(Locale.ROOT, "rank test p = %.3f", found.probability()),
              found.beforeNanos(),
              found.afterNanos()));
    }
    return lines;
  }

  /** A number with its noun. */
  static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
