package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.result.SimulationResult;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One scenario's result as a self-contained page: the same input gives the same bytes. */
public final class HtmlReport {
  private static final String TEMPLATE = "report.ftlh";

  private HtmlReport() {}

  /** Gets ready to render, so that the first page takes hardly longer than the next. */
  public static void prepare() {
    Templates.load(TEMPLATE);
  }

  /** The page and its charts, with nothing known of how the run was made. */
  public static RenderedReport render(SimulationResult result) {
    return render(result, new TreeMap<>());
  }

  /**
   * The page and its charts.
   *
   * @param environment where and how the run was made, as label and value
   */
  public static RenderedReport render(
      SimulationResult result, SortedMap<String, String> environment) {
    Costs costs = Costs.of(result);
    return new RenderedReport(
        Templates.render(TEMPLATE, ReportModel.of(result, costs, environment)),
        costs.files(result.scenario().name()));
  }

  /** The file name under which the index links to the page. */
  public static String fileName(SimulationResult result) {
    return result.scenario().name() + ".html";
  }

  /**
   * The page of a result and its charts.
   *
   * @param charts SVG documents by their file names
   */
  public record RenderedReport(String page, SortedMap<String, String> charts) {
    public RenderedReport {
      charts = Collections.unmodifiableSortedMap(new TreeMap<>(charts));
    }
  }
}
