package dev.onbehalf.reports.gate;

import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the gate found, for the terminal. */
public final class GateReport {
  private GateReport() {}

  /** The verdict and the baseline first, absolute times last. */
  public static String render(GateSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(summary.headline());
    summary.facts().forEach(fact -> lines.add("  " + fact));
    addTable(
        lines, "Counts and bytes of one call", GateCells.countHeading(), GateCells.counts(summary));
    addTable(
        lines, "Processor time of one call", GateCells.timeHeading(), GateCells.times(summary));
    lines.add("");
    summary.notes().forEach(note -> lines.add("  " + note));
    return lines.stream()
        .map(line -> PrintableText.escaped(line).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private static void addTable(
      List<String> lines, String title, List<String> heading, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title);
    List<List<String>> all = new ArrayList<>(List.of(heading));
    all.addAll(rows);
    List<Integer> widths = widths(all);
    all.forEach(row -> lines.add("  " + line(row, widths)));
  }

  private static List<Integer> widths(List<List<String>> rows) {
    return IntStream.range(0, rows.get(0).size())
        .mapToObj(
            column ->
                rows.stream().mapToInt(row -> PrintableText.width(row.get(column))).max().orElse(0))
        .toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> PrintableText.padded(row.get(column), widths.get(column)))
        .collect(Collectors.joining("  "));
  }
}
