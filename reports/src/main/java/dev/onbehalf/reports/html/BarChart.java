package dev.onbehalf.reports.html;

import dev.onbehalf.reports.html.Figure.Chart;
import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** Two bars for each strategy: its wrong answers under the two biases. */
final class BarChart {
  private static final int ROW = 66;
  private static final int PADDING = 8;
  // The name above the bars takes the other half of a row.
  private static final double BARS = 0.5;

  private BarChart() {}

  static Chart draw(String caption, SimulationResult result) {
    return Charts.draw(caption, () -> drawing(caption, result.strategies()));
  }

  private static Drawing drawing(String caption, List<StrategyResult> strategies) {
    double most =
        Math.max(
            max(strategies, RequestCounts::denyBiasedWronglyDenied),
            max(strategies, RequestCounts::permitBiasedWronglyPermitted));
    // Room for the number behind the longest bar.
    double end = Math.max(1, most) * 1.15;
    Drawing drawing = Drawing.of(chart(strategies, end), label(caption, strategies));
    for (int i = 0; i < strategies.size(); i++) {
      words(drawing, strategies, i, end);
    }
    return drawing;
  }

  private static HorizontalBarChart chart(List<StrategyResult> strategies, double end) {
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .width(Charts.WIDTH)
            .height(ROW * strategies.size() + 2 * PADDING)
            .build();
    Charts.bare(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(BARS).setChartPadding(PADDING);
    chart.getStyler().setXAxisMax(end);
    add(chart, "denied", PaintedMarks.BLUE, strategies, RequestCounts::denyBiasedWronglyDenied);
    add(
        chart,
        "permitted",
        PaintedMarks.ORANGE,
        strategies,
        RequestCounts::permitBiasedWronglyPermitted);
    return chart;
  }

  private static void add(
      HorizontalBarChart chart,
      String name,
      Color colour,
      List<StrategyResult> strategies,
      ToLongFunction<RequestCounts> count) {
    List<Long> values =
        strategies.stream().map(strategy -> count.applyAsLong(strategy.requests())).toList();
    List<Integer> rows = IntStream.range(0, strategies.size()).boxed().toList();
    chart.addSeries(name, values, rows).setFillColor(colour);
  }

  private static void words(Drawing drawing, List<StrategyResult> strategies, int row, double end) {
    Rectangle2D plot = drawing.plot();
    double height = plot.getHeight() / strategies.size();
    double middle = plot.getMinY() + (row + 0.5) * height;
    double bar = height * BARS / 2;
    StrategyResult strategy = strategies.get(row);
    drawing.strongText(
        plot.getMinX(), middle - bar - 5, "start", PointLabels.shortened(strategy.name()));
    RequestCounts counts = strategy.requests();
    count(drawing, counts.denyBiasedWronglyDenied(), end, middle - bar / 2);
    count(drawing, counts.permitBiasedWronglyPermitted(), end, middle + bar / 2);
  }

  private static void count(Drawing drawing, long count, double end, double y) {
    Rectangle2D plot = drawing.plot();
    double x = plot.getMinX() + count / end * plot.getWidth();
    drawing.text(x + 6, y + 4.5, "start", Long.toString(count));
  }

  private static long max(List<StrategyResult> strategies, ToLongFunction<RequestCounts> count) {
    return strategies.stream().map(StrategyResult::requests).mapToLong(count).max().orElse(0);
  }

  private static String label(String caption, List<StrategyResult> strategies) {
    return strategies.stream()
        .map(BarChart::words)
        .collect(Collectors.joining("; ", caption + ": ", ""));
  }

  private static String words(StrategyResult strategy) {
    RequestCounts requests = strategy.requests();
    return strategy.name()
        + " wrongly denies "
        + requests.denyBiasedWronglyDenied()
        + " or wrongly permits "
        + requests.permitBiasedWronglyPermitted();
  }
}
