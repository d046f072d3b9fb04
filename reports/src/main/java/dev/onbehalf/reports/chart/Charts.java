package dev.onbehalf.reports.chart;

import dev.onbehalf.reports.chart.Figure.Chart;
import dev.onbehalf.reports.chart.Figure.LegendEntry;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.function.Supplier;

/** What all charts have in common. */
public final class Charts {
  static final int WIDTH = 440;
  private static final int LONGEST = 32;

  private Charts() {}

  /**
   * Draws the chart; where that is impossible, the page says so and the numbers remain.
   *
   * @param said what those hear who don't see it
   */
  public static Chart draw(
      String name, String caption, List<String> said, Supplier<Drawing> drawing) {
    String label = caption + ": " + String.join("; ", said);
    try {
      Drawing drawn = drawing.get();
      return new Chart(name, caption, List.of(markup(drawn.markup(label))), drawn.file(label), "");
    } catch (Throwable e) { // Missing fonts and libraries are Errors in AWT, not Exceptions.
      return new Chart(name, caption, List.of(), "", e.getClass().getSimpleName());
    }
  }

  /** The legend of a chart with a mark for each strategy. */
  public static List<LegendEntry> legend(SimulationResult result) {
    LegendEntry strategy = new LegendEntry("blue", "strategy");
    return result.verdict().recommended().isEmpty()
        ? List.of(strategy)
        : List.of(strategy, new LegendEntry("orange", "recommended strategy"));
  }

  /** Whether the strategy is the one to use. */
  static boolean standsOut(SimulationResult result, StrategyResult strategy) {
    return result.recommends(strategy);
  }

  static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** Text that is markup already: our own, never a scenario's. */
  public static TemplateHTMLOutputModel markup(String html) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }
}
