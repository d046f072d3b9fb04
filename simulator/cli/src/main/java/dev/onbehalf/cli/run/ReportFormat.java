package dev.onbehalf.cli.run;

import dev.onbehalf.reports.exchange.CsvReport;
import dev.onbehalf.reports.exchange.GithubReport;
import dev.onbehalf.reports.exchange.JUnitReport;
import dev.onbehalf.reports.exchange.MarkdownReport;
import dev.onbehalf.reports.exchange.SarifReport;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A form of the results for other programs; one file for all scenarios of a run. */
public enum ReportFormat {
  JUNIT("junit.xml", JUnitReport::render),
  JUNIT_MATRIX("junit-matrix.xml", JUnitReport::matrix),
  SARIF("results.sarif", SarifReport::render),
  MARKDOWN("summary.md", MarkdownReport::render),
  CSV("results.csv", CsvReport::render),
  /** Annotations are read from what a step of a workflow prints. */
  GITHUB("", GithubReport::render);

  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Function<List<SimulationResult>, String> rendering;

  ReportFormat(String fileName, Function<List<SimulationResult>, String> rendering) {
    this.fileName = fileName;
    this.rendering = rendering;
  }

  /** Whether it goes to standard output, and into no file. */
  public boolean isPrinted() {
    return fileName.isEmpty();
  }

  String fileName() {
    return fileName;
  }

  /** The results in this form. */
  public String render(List<SimulationResult> results) {
    return rendering.apply(results);
  }

  /** The word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
