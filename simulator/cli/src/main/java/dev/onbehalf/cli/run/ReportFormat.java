package dev.onbehalf.cli.run;

import dev.onbehalf.reports.exchange.CsvReport;
import dev.onbehalf.reports.exchange.JUnitReport;
import dev.onbehalf.reports.exchange.MarkdownReport;
import dev.onbehalf.reports.exchange.SarifReport;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.function.Function;

/** A form of the results for other programs; one file for all scenarios of a run. */
public enum ReportFormat {
  JUNIT("junit.xml", JUnitReport::render),
  SARIF("results.sarif", SarifReport::render),
  MARKDOWN("summary.md", MarkdownReport::render),
  CSV("results.csv", CsvReport::render);

  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Function<List<SimulationResult>, String> rendering;

  ReportFormat(String fileName, Function<List<SimulationResult>, String> rendering) {
    this.fileName = fileName;
    this.rendering = rendering;
  }

  String fileName() {
    return fileName;
  }

  String render(List<SimulationResult> results) {
    return rendering.apply(results);
  }
}
