package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.SimulationResult;

/** One scenario's result as a self-contained page: the same input gives the same bytes. */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page, with nothing known of how the run was made. */
  public static String render(SimulationResult result) {
    return render(result, Provenance.unknown());
  }

  /** The page. */
  public static String render(SimulationResult result, Provenance provenance) {
    return Templates.render("report.ftlh", ReportModel.of(result, provenance));
  }

  /** The file name under which the index links to the page. */
  public static String fileName(SimulationResult result) {
    return result.scenario().name() + ".html";
  }
}
