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

/** Strategies as lines, each named where it starts. */
public final class LineChart {
  private static final int HEIGHT = 260;
  private static final int PADDING = 44;
  private static final double CHARACTER = 7;
  // Names stand on their lines.
  private static final double ABOVE = 6;
  private static final double GAP = 11;

  private final Axes axes;
  private final List<Line> lines;
  private final Scale scale;
  private final XYChart chart;
  private final Drawing drawing;

  private LineChart(String label, Axes axes, List<Line> lines) {
    this.axes = axes;
    this.lines = lines;
    this.scale =
        Scale.of(lines.stream().flatMap(line -> line.spots().stream()).map(Spot::y).toList(), true);
    this.chart = chart();
    for (int i = 0; i < lines.size(); i++) {
      add(String.valueOf(i), lines.get(i));
    }
    this.drawing = Drawing.of(chart, label);
  }

  /** What the axes say; ticks of the first are where they are put. */
  public record Axes(String across, List<Tick> ticks, String upwards) {
    public Axes {
      ticks = List.copyOf(ticks);
    }
  }

  /** A word on the axis. */
  public record Tick(double x, String words) {}

  /** A point of a line. */
  public record Spot(double x, double y) {}

  /** A strategy on the chart, from left to right. */
  public record Line(StrategyMark mark, List<Spot> spots) {
    public Line {
      spots = List.copyOf(spots);
    }

    static Line together(List<Line> alike) {
      List<StrategyMark> marks = alike.stream().map(Line::mark).toList();
      return new Line(StrategyMark.together(marks), alike.get(0).spots());
    }
  }

  public static Chart draw(String name, String caption, Axes axes, List<Line> lines) {
    return Charts.draw(
        name, caption, () -> new LineChart(label(caption, lines), axes, apart(lines)).drawWords());
  }

  /** Where lines are numbered, one for all that run alike; one that stands out comes last. */
  private static List<Line> apart(List<Line> lines) {
    if (lines.stream().noneMatch(line -> line.mark().numbered())) {
      return lines;
    }
    return lines.stream()
        .collect(Collectors.groupingBy(Line::spots, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Line::together)
        .sorted(Comparator.comparing(line -> line.mark().standsOut()))
        .toList();
  }

  private static String label(String caption, List<Line> lines) {
    return lines.stream()
        .map(LineChart::words)
        .collect(Collectors.joining("; ", caption + ": ", ""));
  }

  private static String words(Line line) {
    double first = line.spots().get(0).y();
    double last = line.spots().get(line.spots().size() - 1).y();
    return "%s from %s to %s".formatted(line.mark().spoken(), Numbers.of(first), Numbers.of(last));
  }

  private XYChart chart() {
    XYChart made = new XYChartBuilder().width(Charts.WIDTH).height(height()).build();
    Charts.bare(made.getStyler());
    made.getStyler()
        .setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setMarkerSize(7)
        .setChartPadding(PADDING);
    made.getStyler()
        .setXAxisMin(axes.ticks().get(0).x())
        .setXAxisMax(axes.ticks().get(axes.ticks().size() - 1).x())
        .setYAxisMin(0.0)
        .setYAxisMax(scale.at(scale.end()));
    return made;
  }

  /** Enough for a line of text for each name. */
  private int height() {
    return Math.max(HEIGHT, 2 * PADDING + StackedLabels.LINE * lines.size());
  }

  private void add(String name, Line line) {
    XYSeries series =
        chart.addSeries(
            name,
            line.spots().stream().mapToDouble(Spot::x).toArray(),
            line.spots().stream().mapToDouble(spot -> scale.at(spot.y())).toArray());
    Color colour = line.mark().standsOut() ? PaintedMarks.ORANGE : PaintedMarks.BLUE;
    series.setMarkerColor(colour);
    series.setMarker(line.mark().standsOut() ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
  }

  private Drawing drawWords() {
    Rectangle2D plot = drawing.plot();
    drawing.text(plot.getMinX() - 24, plot.getMinY() - 30, "start", scale.words(axes.upwards()));
    drawing.text(plot.getMaxX(), plot.getMaxY() + 38, "end", axes.across() + " →");
    drawTicks(plot.getMaxY() + 20);
    lines.forEach(this::connect);
    for (double tick : scale.ticks()) {
      drawing.text(plot.getMinX() - 10, y(tick) + 4, "end", Numbers.of(tick));
      drawing.line(plot.getMinX(), y(tick), plot.getMaxX(), y(tick));
    }
    name();
    return drawing;
  }

  /** Leaves out a word for which there is no room after the one before. */
  private void drawTicks(double y) {
    double free = 0;
    for (Tick tick : axes.ticks()) {
      double half = tick.words().length() * CHARACTER / 2;
      if (x(tick.x()) - half >= free) {
        drawing.text(x(tick.x()), y, "middle", tick.words());
        free = x(tick.x()) + half + CHARACTER;
      }
    }
  }

  private void connect(Line line) {
    for (int i = 1; i < line.spots().size(); i++) {
      Spot from = line.spots().get(i - 1);
      Spot to = line.spots().get(i);
      drawing.stroke(x(from.x()), y(from.y()), x(to.x()), y(to.y()), line.mark().standsOut());
    }
  }

  /** Names each line at its start, from top to bottom as they start. */
  private void name() {
    List<Line> downwards =
        lines.stream()
            .sorted(Comparator.comparingDouble((Line line) -> line.spots().get(0).y()).reversed())
            .toList();
    Rectangle2D plot = drawing.plot();
    List<Double> places =
        StackedLabels.apart(
            downwards.stream().map(line -> y(line.spots().get(0).y()) - ABOVE).toList(),
            plot.getMinY() - 2 * ABOVE,
            plot.getMaxY() - ABOVE);
    for (int i = 0; i < places.size(); i++) {
      name(downwards.get(i), places.get(i));
    }
  }

  private void name(Line line, double y) {
    double x = x(line.spots().get(0).x()) + GAP;
    String words = PointLabels.shortened(line.mark().label());
    if (line.mark().standsOut()) {
      drawing.strongText(x, y, "start", words);
    } else {
      drawing.text(x, y, "start", words);
    }
  }

  private double x(double x) {
    return chart.getScreenXFromChart(x);
  }

  private double y(double y) {
    return chart.getScreenYFromChart(scale.at(y));
  }
}
