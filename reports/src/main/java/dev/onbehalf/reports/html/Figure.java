package dev.onbehalf.reports.html;

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
   * @param drawing the markup, or nothing when it couldn't be drawn
   * @param failure why it couldn't be drawn; empty when it could
   */
  public record Chart(String caption, List<TemplateHTMLOutputModel> drawing, String failure) {}

  /** What a mark stands for. */
  public record LegendEntry(String style, String meaning) {}
}
