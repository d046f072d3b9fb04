package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** What came out of several scenarios: a line for each. */
public final class ClosingTable {
  private static final int MOST_NAME = 32;
  private static final String NONE = "none suffices";

  private ClosingTable() {}

  /** The table of the results, in their order. */
  public static String render(List<SimulationResult> results, Style style) {
    Page page = new Page(style);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("scenario", "use", "on-behalf-of", "expectations"));
    results.stream().map(ClosingTable::row).forEach(rows::add);
    List<String> lines = new TextTable(rows, 4).lines();
    page.line(lines.get(0), Tone.FAINT);
    lines.subList(1, lines.size()).forEach(page::line);
    return page.text();
  }

  private static List<String> row(SimulationResult result) {
    return List.of(
        name(result.scenario().name()),
        name(result.verdict().recommended().orElse(NONE)),
        ResultWords.words(result.verdict().onBehalfOf()),
        expectations(result));
  }

  private static String name(String name) {
    return PrintableText.cut(PrintableText.escaped(name), MOST_NAME);
  }

  private static String expectations(SimulationResult result) {
    int unmet = result.unmet().size();
    if (result.expectations().isEmpty()) {
      return "none";
    }
    return unmet == 0 ? "held" : unmet + " not held";
  }
}
