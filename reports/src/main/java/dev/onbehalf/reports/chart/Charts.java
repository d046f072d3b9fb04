package dev.onbehalf.reports.chart;

import dev.onbehalf.reports.chart.Figure.Chart;
import dev.onbehalf.reports.chart.Figure.LegendEntry;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.awt.Color;
import java.util.List;
import java.util.function.Supplier;
import org.knowm.xchart.style.AxesChartStyler;

/** What all charts have in common. */
public final class Charts {
  static final int WIDTH = 440;
  private static final Color NOTHING = new Color(255, 255, 255, 0);

  private Charts() {}

  /** Draws the chart; where that is impossible, the page says so and the numbers remain. */
  public static Chart draw(String name, String caption, Supplier<Drawing> drawing) {
    try {
      Drawing drawn = drawing.get();
      return new Chart(name, caption, List.of(markup(drawn.markup())), drawn.file(), "");
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
  public static boolean standsOut(SimulationResult result, StrategyResult strategy) {
    return result.recommends(strategy);
  }

  /** Leaves nothing but the marks. */
  public static void bare(AxesChartStyler styler) {
    styler
        .setLegendVisible(false)
        .setChartTitleVisible(false)
        .setChartBackgroundColor(NOTHING)
        .setPlotBackgroundColor(NOTHING)
        .setPlotBorderVisible(false)
        .setPlotContentSize(1);
    styler
        .setPlotGridLinesVisible(false)
        .setAxisTitlesVisible(false)
        .setAxisTicksVisible(false)
        .setXAxisMin(0.0);
  }

  /** The distance between round ticks up to a maximum that may be a fraction. */
  public static double fineStep(double max) {
    if (max <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(max)) - 1);
    return power * tickStep((long) Math.ceil(max / power));
  }

  /** The distance between round ticks (1, 2, 5, 10, ...), at most six from zero to the maximum. */
  static long tickStep(long max) {
    long power = 1;
    while (true) {
      for (long step : new long[] {power, 2 * power, 5 * power}) {
        if (max / step <= 5) {
          return step;
        }
      }
      power *= 10;
    }
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
