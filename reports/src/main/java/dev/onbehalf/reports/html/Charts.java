package dev.onbehalf.reports.html;

import dev.onbehalf.reports.html.Figure.Chart;
import java.awt.Color;
import java.util.List;
import java.util.function.Supplier;
import org.knowm.xchart.style.AxesChartStyler;

/** What all charts have in common. */
final class Charts {
  static final int WIDTH = 440;
  private static final Color NOTHING = new Color(255, 255, 255, 0);

  private Charts() {}

  /** Draws the chart; where that is impossible, the page says so and the numbers remain. */
  static Chart draw(String caption, Supplier<Drawing> drawing) {
    try {
      return new Chart(caption, List.of(Templates.markup(drawing.get().markup())), "");
    } catch (Throwable e) { // Missing fonts and libraries are Errors in AWT, not Exceptions.
      return new Chart(caption, List.of(), e.getClass().getSimpleName());
    }
  }

  /** Leaves nothing but the marks. */
  static void bare(AxesChartStyler styler) {
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
}
