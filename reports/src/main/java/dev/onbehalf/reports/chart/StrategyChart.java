package dev.onbehalf.reports.chart;

import dev.onbehalf.reports.chart.Scale.Tick;
import dev.onbehalf.reports.words.Numbers;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Strategies as points, or as lines that are named where they start. */
public final class StrategyChart {
  private static final String POLICIES = "policies enforced, even if callers cheat";
  private static final int HEIGHT = 260;
  private static final int PADDING = 44;
  private static final double CHARACTER = 7;
  // Names stand on their lines.
  private static final double ABOVE = 6;
  private static final double GAP = 11;

  private final Scale across;
  private final Scale upwards;
  private final List<Line> lines;
  private final Drawing drawing;

  private StrategyChart(Scale across, Scale upwards, List<Line> lines) {
    this.across = across;
    this.upwards = upwards;
    this.lines = lines;
    this.drawing =
        new Drawing(
            Charts.WIDTH,
            Math.max(HEIGHT, 2 * PADDING + StackedLabels.LINE * lines.size()),
            PADDING,
            new Rectangle2D.Double(
                across.from(),
                upwards.from(),
                across.to() - across.from(),
                upwards.to() - upwards.from()));
  }

  /** A point of a line. */
  public record Spot(double x, double y) {}

  /** A strategy on the chart, from left to right. */
  public record Line(StrategyMark mark, List<Spot> spots) {
    public Line {
      spots = List.copyOf(spots);
    }

    /** A line of one point. */
    public static Line at(StrategyMark mark, double cost, long policies) {
      return new Line(mark, List.of(new Spot(cost, (double) policies)));
    }

    Spot first() {
      return spots.get(0);
    }

    static Line together(List<Line> alike) {
      List<StrategyMark> marks = alike.stream().map(Line::mark).toList();
      return new Line(StrategyMark.together(marks), alike.get(0).spots());
    }
  }

  /** Strategies as points: cost to the right, policies upwards. */
  public static Chart ofPoints(
      String name, String caption, String unit, long policies, List<Line> points) {
    List<Double> costs = points.stream().map(point -> point.first().x()).toList();
    return Charts.draw(
        name,
        caption,
        points.stream().map(point -> point(point, unit)).toList(),
        () ->
            new StrategyChart(
                    Scale.of(unit, costs, false),
                    Scale.of(POLICIES, List.of(Math.max(1.0, (double) policies)), false),
                    apart(points))
                .drawPoints());
  }

  private static String point(Line point, String unit) {
    Spot spot = point.first();
    return "%s with %.0f policies at %s %s"
        .formatted(point.mark().spoken(), spot.y(), Numbers.of(spot.x()), unit);
  }

  /** Strategies as lines, each named where it starts. */
  public static Chart ofLines(
      String name, String caption, Scale across, String upwards, List<Line> lines) {
    List<Double> heights =
        lines.stream().flatMap(line -> line.spots().stream()).map(Spot::y).toList();
    return Charts.draw(
        name,
        caption,
        lines.stream().map(StrategyChart::line).toList(),
        () ->
            new StrategyChart(across, Scale.of(upwards, heights, true), apart(lines)).drawLines());
  }

  private static String line(Line line) {
    Spot last = line.spots().get(line.spots().size() - 1);
    return "%s from %s to %s"
        .formatted(line.mark().spoken(), Numbers.of(line.first().y()), Numbers.of(last.y()));
  }

  /** One line for all alike; one that stands out comes last. */
  private static List<Line> apart(List<Line> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::spots, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Line::together)
        .sorted(Comparator.comparing(line -> line.mark().chosen()))
        .toList();
  }

  /** The strategy to use has the first choice of a place for its name. */
  private Drawing drawPoints() {
    drawing.makeMarksLarge();
    drawAxes();
    Labels labels = new Labels(drawing);
    lines.forEach(point -> labels.keepOff(x(point.first()), y(point.first())));
    lines.stream()
        .sorted(Comparator.comparing(point -> !point.mark().chosen()))
        .forEach(point -> labels.place(x(point.first()), y(point.first()), point.mark()));
    return drawing;
  }

  /** Names the lines from top to bottom as they start. */
  private Drawing drawLines() {
    drawAxes();
    List<Line> downwards =
        lines.stream()
            .sorted(Comparator.comparingDouble((Line line) -> line.first().y()).reversed())
            .toList();
    List<Double> places =
        StackedLabels.apart(
            downwards.stream().map(line -> y(line.first()) - ABOVE).toList(),
            drawing.plot().getMinY() - 2 * ABOVE,
            drawing.plot().getMaxY() - ABOVE);
    for (int i = 0; i < places.size(); i++) {
      StrategyMark mark = downwards.get(i).mark();
      double x = x(downwards.get(i).first()) + GAP;
      drawing.text(x, places.get(i), "start", Charts.shortened(mark.label()), mark.chosen());
    }
    return drawing;
  }

  private void drawAxes() {
    Rectangle2D plot = drawing.plot();
    drawing.text(plot.getMinX() - 24, plot.getMinY() - 30, "start", upwards.words());
    drawing.text(plot.getMaxX(), plot.getMaxY() + 38, "end", across.words() + " →");
    upwards.ticks().forEach(this::tickUpwards);
    tickAcross(plot.getMaxY() + 20);
    lines.forEach(this::drawLine);
  }

  private void tickUpwards(Tick tick) {
    drawing.gridAt(tick.at());
    drawing.text(drawing.plot().getMinX() - 10, drawing.y(tick.at()) + 4, "end", tick.words());
  }

  /** Leaves out a word for which there is no room after the one before. */
  private void tickAcross(double y) {
    double free = 0;
    for (Tick tick : across.ticks()) {
      double half = tick.words().length() * CHARACTER / 2;
      if (drawing.x(tick.at()) - half >= free) {
        drawing.text(drawing.x(tick.at()), y, "middle", tick.words());
        free = drawing.x(tick.at()) + half + CHARACTER;
      }
    }
  }

  private void drawLine(Line line) {
    boolean standsOut = line.mark().chosen();
    double[] x = line.spots().stream().mapToDouble(spot -> across.at(spot.x())).toArray();
    double[] y = line.spots().stream().mapToDouble(spot -> upwards.at(spot.y())).toArray();
    drawing.line(standsOut, x, y);
    for (int i = 0; i < x.length; i++) {
      drawing.mark(standsOut, x[i], y[i]);
    }
  }

  private double x(Spot spot) {
    return drawing.x(across.at(spot.x()));
  }

  private double y(Spot spot) {
    return drawing.y(upwards.at(spot.y()));
  }
}
