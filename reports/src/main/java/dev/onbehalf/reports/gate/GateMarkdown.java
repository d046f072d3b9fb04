package dev.onbehalf.reports.gate;

import dev.onbehalf.reports.exchange.Markdown;
import java.util.ArrayList;
import java.util.List;

/** What the gate found, in GitHub-flavoured Markdown for a comment or a step summary. */
public final class GateMarkdown {
  private GateMarkdown() {}

  /** The verdict and the baseline first, absolute times last. */
  public static String render(GateSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + Markdown.escaped(summary.headline()) + "**");
    lines.add("");
    summary.facts().forEach(fact -> lines.add("- " + Markdown.escaped(fact)));
    addTable(lines, GateCells.countHeading(), GateCells.counts(summary));
    addTable(lines, GateCells.timeHeading(), GateCells.times(summary));
    lines.add("");
    summary.notes().forEach(note -> lines.add("- " + Markdown.escaped(note)));
    return String.join("\n", lines) + "\n";
  }

  private static void addTable(List<String> lines, List<String> heading, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    Markdown.table(heading, rows.stream().map(GateMarkdown::escaped)).forEach(lines::add);
  }

  private static List<String> escaped(List<String> cells) {
    return cells.stream().map(Markdown::escaped).toList();
  }
}
