package dev.onbehalf.reports.chart;

import dev.onbehalf.reports.chart.Figure.Chart;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;

/** A group of bars for each strategy. */
public final class BarChart {
  private static final double NAME = 33;
  private static final double BAR = 16.5;
  private static final int PADDING = 8;
  private static final double CHARACTER = 7;

  private final List<Color> colours;
  private final List<Group> groups;
  private final double end;
  private final Drawing drawing;

  private BarChart(String label, List<Color> colours, List<Group> groups) {
    this.colours = colours;
    this.groups = groups;
    this.end = end(groups);
    this.drawing = Drawing.of(chart(), label);
  }

  /** A bar with what stands behind it. */
  public record Bar(double value, String words) {}

  /**
   * The bars of a strategy, as many as there are colours.
   *
   * @param label what those hear who don't see it
   */
  public record Group(String name, List<Bar> bars, String label) {
    public Group {
      bars = List.copyOf(bars);
    }
  }

  /** Draws a bar for nobody, which loads what drawing needs. */
  public static void prepare() {
    Group group = new Group("", List.of(new Bar(1, "")), "");
    draw("", "", List.of(PaintedMarks.BLUE), List.of(group));
  }

  public static Chart draw(String name, String caption, List<Color> colours, List<Group> groups) {
    String label =
        groups.stream().map(Group::label).collect(Collectors.joining("; ", caption + ": ", ""));
    return Charts.draw(name, caption, () -> new BarChart(label, colours, groups).drawWords());
  }

  /** The value at the right edge, with room for the words behind the longest bar. */
  private static double end(List<Group> groups) {
    List<Bar> bars = groups.stream().flatMap(group -> group.bars().stream()).toList();
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    int longest = bars.stream().mapToInt(bar -> bar.words().length()).max().orElse(0);
    double room = (longest * CHARACTER + 24) / Charts.WIDTH;
    return (most > 0 ? most : 1) / (1 - Math.min(0.5, room));
  }

  private HorizontalBarChart chart() {
    double bars = BAR * colours.size();
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .width(Charts.WIDTH)
            .height((int) ((NAME + bars) * groups.size()) + 2 * PADDING)
            .build();
    Charts.bare(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(fill()).setChartPadding(PADDING);
    chart.getStyler().setXAxisMax(end);
    for (int i = 0; i < colours.size(); i++) {
      add(chart, i);
    }
    return chart;
  }

  /** The share of a group's height that is bars; the name above them takes the rest. */
  private double fill() {
    double bars = BAR * colours.size();
    return bars / (NAME + bars);
  }

  private void add(HorizontalBarChart chart, int bar) {
    List<Double> values = groups.stream().map(group -> group.bars().get(bar).value()).toList();
    List<Integer> rows = IntStream.range(0, groups.size()).boxed().toList();
    chart.addSeries(String.valueOf(bar), values, rows).setFillColor(colours.get(bar));
  }

  private Drawing drawWords() {
    Rectangle2D plot = drawing.plot();
    double height = plot.getHeight() / groups.size();
    double bar = height * fill() / colours.size();
    for (int row = 0; row < groups.size(); row++) {
      double top = plot.getMinY() + (row + 0.5) * height - height * fill() / 2;
      drawing.strongText(
          plot.getMinX(), top - 5, "start", PointLabels.shortened(groups.get(row).name()));
      for (int i = 0; i < colours.size(); i++) {
        words(groups.get(row).bars().get(i), top + (i + 0.5) * bar);
      }
    }
    return drawing;
  }

  private void words(Bar bar, double y) {
    Rectangle2D plot = drawing.plot();
    double x = plot.getMinX() + bar.value() / end * plot.getWidth();
    drawing.text(x + 6, y + 4.5, "start", bar.words());
  }
}
