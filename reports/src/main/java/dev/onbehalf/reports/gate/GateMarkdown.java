package dev.onbehalf.reports.gate;

import dev.onbehalf.reports.exchange.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the gate found, in GitHub-flavoured Markdown for a comment or a step summary. */
public final class GateMarkdown {
  private GateMarkdown() {}

  /** The verdict and the baseline first, absolute times last. */
  public static String render(GateSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + MarkdownText.escaped(summary.headline()) + "**");
    lines.add("");
    summary.facts().forEach(fact -> lines.add("- " + MarkdownText.escaped(fact)));
    addTable(lines, GateCells.countHeading(), GateCells.counts(summary));
    addTable(lines, GateCells.timeHeading(), GateCells.times(summary));
    lines.add("");
    summary.notes().forEach(note -> lines.add("- " + MarkdownText.escaped(note)));
    return String.join("\n", lines) + "\n";
  }

  private static void addTable(List<String> lines, List<String> heading, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(row(heading));
    lines.add(heading.stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |")));
    rows.forEach(cells -> lines.add(row(cells)));
  }

  private static String row(List<String> cells) {
    return cells.stream().map(MarkdownText::escaped).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
