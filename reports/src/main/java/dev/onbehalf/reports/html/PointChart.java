package dev.onbehalf.reports.html;

import dev.onbehalf.reports.html.Figure.Chart;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Strategies as points: cost to the right, policies upwards. */
final class PointChart {
  private static final int HEIGHT = 260;
  private static final int PADDING = 44;

  private final XYChart chart;
  private final Drawing drawing;
  private final long xMax;
  private final long yMax;

  private PointChart(String label, long xMax, long yMax, List<Point> points) {
    this.xMax = xMax;
    this.yMax = yMax;
    this.chart = chart(xMax, yMax);
    for (int i = 0; i < points.size(); i++) {
      add(String.valueOf(i), points.get(i));
    }
    this.drawing = Drawing.of(chart, label);
  }

  /** A strategy on the chart. */
  record Point(String name, long cost, long policies, boolean standsOut) {
    String words(String unit) {
      return name + " with " + policies + " policies at " + cost + " " + unit;
    }
  }

  static Chart draw(String caption, String unit, long policies, List<Point> points) {
    return Charts.draw(
        caption,
        () -> {
          String label =
              points.stream()
                  .map(point -> point.words(unit))
                  .collect(Collectors.joining("; ", caption + ": ", ""));
          long most = points.stream().mapToLong(Point::cost).max().orElse(0);
          PointChart chart =
              new PointChart(label, Math.max(1, most), Math.max(1, policies), points);
          return chart.drawWords(unit, points);
        });
  }

  private static XYChart chart(long xMax, long yMax) {
    XYChart chart = new XYChartBuilder().width(Charts.WIDTH).height(HEIGHT).build();
    Charts.bare(chart.getStyler());
    chart
        .getStyler()
        .setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setMarkerSize(11)
        .setChartPadding(PADDING);
    chart.getStyler().setXAxisMax((double) xMax).setYAxisMin(0.0).setYAxisMax((double) yMax);
    return chart;
  }

  private void add(String name, Point point) {
    XYSeries series =
        chart.addSeries(name, new double[] {point.cost()}, new double[] {point.policies()});
    Color colour = point.standsOut() ? PaintedMarks.ORANGE : PaintedMarks.BLUE;
    series.setMarkerColor(colour);
    series.setMarker(point.standsOut() ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
  }

  private Drawing drawWords(String unit, List<Point> points) {
    Rectangle2D plot = drawing.plot();
    drawing.text(
        plot.getMinX() - 24,
        plot.getMinY() - 20,
        "start",
        "policies enforced, even if agents cheat");
    drawing.text(plot.getMaxX(), plot.getMaxY() + 38, "end", unit + " →");
    for (long tick = 0; tick <= xMax; tick += Charts.tickStep(xMax)) {
      drawing.text(x(tick), plot.getMaxY() + 20, "middle", Long.toString(tick));
    }
    for (long tick = 0; tick <= yMax; tick += Charts.tickStep(yMax)) {
      drawing.text(plot.getMinX() - 14, y(tick) + 4, "end", Long.toString(tick));
      drawing.line(plot.getMinX(), y(tick), plot.getMaxX(), y(tick));
    }
    PointLabels labels = new PointLabels(drawing);
    points.forEach(point -> labels.occupy(x(point.cost()), y(point.policies())));
    points.forEach(
        point ->
            labels.place(x(point.cost()), y(point.policies()), point.name(), point.standsOut()));
    return drawing;
  }

  private double x(long cost) {
    return chart.getScreenXFromChart((double) cost);
  }

  private double y(long policies) {
    return chart.getScreenYFromChart((double) policies);
  }
}
