package dev.onbehalf.reports.chart;

import dev.onbehalf.reports.chart.Figure.Chart;
import dev.onbehalf.reports.words.Numbers;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Strategies as points: cost to the right, policies upwards. */
public final class PointChart {
  private static final int HEIGHT = 260;
  private static final int PADDING = 44;

  private final XYChart chart;
  private final Drawing drawing;
  private final Scale scale;
  private final long yMax;

  private PointChart(String label, long yMax, List<Point> points) {
    this.scale = Scale.of(points.stream().map(Point::cost).toList(), false);
    this.yMax = yMax;
    this.chart = chart(scale.at(scale.end()), yMax);
    for (int i = 0; i < points.size(); i++) {
      add(String.valueOf(i), points.get(i));
    }
    this.drawing = Drawing.of(chart, label);
  }

  /** A strategy on the chart. */
  public record Point(StrategyMark mark, double cost, long policies) {
    String words(String unit) {
      return mark.spoken() + " with " + policies + " policies at " + Numbers.of(cost) + " " + unit;
    }

    List<Number> place() {
      return List.of(cost, policies);
    }

    static Point together(List<Point> alike) {
      Point first = alike.get(0);
      List<StrategyMark> marks = alike.stream().map(Point::mark).toList();
      return new Point(StrategyMark.together(marks), first.cost(), first.policies());
    }
  }

  public static Chart draw(
      String name, String caption, String unit, long policies, List<Point> points) {
    return Charts.draw(
        name,
        caption,
        () -> {
          String label =
              points.stream()
                  .map(point -> point.words(unit))
                  .collect(Collectors.joining("; ", caption + ": ", ""));
          PointChart chart = new PointChart(label, Math.max(1, policies), apart(points));
          return chart.drawWords(unit, apart(points));
        });
  }

  /** Where marks are numbered, one for all at the same place; one that stands out comes last. */
  private static List<Point> apart(List<Point> points) {
    if (points.stream().noneMatch(point -> point.mark().numbered())) {
      return points;
    }
    return points.stream()
        .collect(Collectors.groupingBy(Point::place, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Point::together)
        .sorted(Comparator.comparing(point -> point.mark().standsOut()))
        .toList();
  }

  private static XYChart chart(double xMax, long yMax) {
    XYChart chart = new XYChartBuilder().width(Charts.WIDTH).height(HEIGHT).build();
    Charts.bare(chart.getStyler());
    chart
        .getStyler()
        .setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setMarkerSize(11)
        .setChartPadding(PADDING);
    chart.getStyler().setXAxisMax(xMax).setYAxisMin(0.0).setYAxisMax((double) yMax);
    return chart;
  }

  private void add(String name, Point point) {
    XYSeries series =
        chart.addSeries(
            name, new double[] {scale.at(point.cost())}, new double[] {point.policies()});
    Color colour = point.mark().standsOut() ? PaintedMarks.ORANGE : PaintedMarks.BLUE;
    series.setMarkerColor(colour);
    series.setMarker(point.mark().standsOut() ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
  }

  private Drawing drawWords(String unit, List<Point> points) {
    Rectangle2D plot = drawing.plot();
    drawing.text(
        plot.getMinX() - 24,
        plot.getMinY() - 30,
        "start",
        "policies enforced, even if agents cheat");
    drawing.text(plot.getMaxX(), plot.getMaxY() + 38, "end", scale.words(unit) + " →");
    for (double tick : scale.ticks()) {
      drawing.text(x(tick), plot.getMaxY() + 20, "middle", Numbers.of(tick));
    }
    for (long tick = 0; tick <= yMax; tick += Charts.tickStep(yMax)) {
      drawing.text(plot.getMinX() - 14, y(tick) + 4, "end", Long.toString(tick));
      drawing.line(plot.getMinX(), y(tick), plot.getMaxX(), y(tick));
    }
    PointLabels labels = new PointLabels(drawing);
    points.forEach(point -> labels.occupy(x(point.cost()), y(point.policies())));
    // The strategy to use has the first choice.
    points.stream()
        .sorted(Comparator.comparing(point -> !point.mark().standsOut()))
        .forEach(point -> labels.place(x(point.cost()), y(point.policies()), point.mark()));
    return drawing;
  }

  private double x(double cost) {
    return chart.getScreenXFromChart(scale.at(cost));
  }

  private double y(long policies) {
    return chart.getScreenYFromChart((double) policies);
  }
}
