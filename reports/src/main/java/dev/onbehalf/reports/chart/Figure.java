package dev.onbehalf.reports.chart;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;

/**
 * Charts with the numbers behind them.
 *
 * @param reading what is shown, and how to read it
 */
public record Figure(
    String anchor,
    String title,
    String reading,
    List<LegendEntry> legend,
    List<Chart> charts,
    List<String> columns,
    List<List<String>> rows) {
  /**
   * One chart.
   *
   * @param name what its file is named after
   * @param drawing the markup, or nothing when it couldn't be drawn
   * @param file the drawing as a document of its own; empty when it couldn't be drawn
   * @param failure why it couldn't be drawn; empty when it could
   */
  public record Chart(
      String name,
      String caption,
      List<TemplateHTMLOutputModel> drawing,
      String file,
      String failure) {}

  /** What a mark stands for. */
  public record LegendEntry(String style, String meaning) {}
}
