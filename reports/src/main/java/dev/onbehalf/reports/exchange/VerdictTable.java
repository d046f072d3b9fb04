package dev.onbehalf.reports.exchange;

import static dev.onbehalf.reports.exchange.Markdown.escaped;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.stream.Collectors;

/** Scenarios with their verdicts, in Markdown. */
public final class VerdictTable {
  private VerdictTable() {}

  /** The table, a row for each scenario. */
  public static String render(List<SimulationResult> results) {
    return Markdown.table(
            List.of("Scenario", "Use", "On-behalf-of", "What must be known"),
            results.stream().map(VerdictTable::row))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> row(SimulationResult result) {
    return List.of(
        "`" + escaped(result.scenario().name()) + "`" + about(result),
        result.verdict().recommended().map(name -> "**" + escaped(name) + "**").orElse("none"),
        ResultWords.words(result.verdict().onBehalfOf()),
        escaped(result.verdict().needs().sentence()));
  }

  private static String about(SimulationResult result) {
    return result.scenario().about().map(about -> ": " + escaped(about)).orElse("");
  }
}
