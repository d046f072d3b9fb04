package dev.onbehalf.reports.gate;

import dev.onbehalf.reports.exchange.MarkdownTable;
import dev.onbehalf.reports.exchange.MarkdownText;
import java.util.ArrayList;
import java.util.List;

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
    MarkdownTable.lines(heading, rows.stream().map(GateMarkdown::escaped)).forEach(lines::add);
  }

  private static List<String> escaped(List<String> cells) {
    return cells.stream().map(MarkdownText::escaped).toList();
  }
}
