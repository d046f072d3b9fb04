package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.BoundaryGroup;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scenarios with their verdicts, in Markdown. */
public final class VerdictTable {
  private VerdictTable() {}

  /** The table, a row for each scenario. */
  public static String render(List<SimulationResult> results) {
    Stream<String> head =
        Stream.of(
            "| Scenario | Use | On-behalf-of | What must be known |", "| --- | --- | --- | --- |");
    return Stream.concat(head, results.stream().map(VerdictTable::row))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(SimulationResult result) {
    return Stream.of(
            "`" + text(result.scenario().name()) + "`" + about(result),
            result.verdict().recommended().map(name -> "**" + text(name) + "**").orElse("none"),
            ResultWords.words(result.verdict().onBehalfOf()),
            text(needs(result)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String about(SimulationResult result) {
    return result.scenario().about().map(about -> ": " + text(about)).orElse("");
  }

  private static String needs(SimulationResult result) {
    return BoundaryGroup.of(result).stream()
        .map(BoundaryGroup::sentence)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String text(String text) {
    return MarkdownText.escaped(text);
  }
}
