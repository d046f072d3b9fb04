package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.SimulationResult;
import java.util.SortedMap;
import java.util.TreeMap;

/** One scenario's result as a self-contained page: the same input gives the same bytes. */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page, with nothing known of how the run was made. */
  public static String render(SimulationResult result) {
    return render(result, new TreeMap<>());
  }

  /**
   * The page.
   *
   * @param environment where and how the run was made, as label and value
   */
  public static String render(SimulationResult result, SortedMap<String, String> environment) {
    return Templates.render("report.ftlh", ReportModel.of(result, environment));
  }

  /** The file name under which the index links to the page. */
  public static String fileName(SimulationResult result) {
    return result.scenario().name() + ".html";
  }
}
