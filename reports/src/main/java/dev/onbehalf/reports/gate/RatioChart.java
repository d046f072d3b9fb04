package dev.onbehalf.reports.gate;

import dev.onbehalf.reports.chart.Charts;
import dev.onbehalf.reports.chart.Drawing;
import dev.onbehalf.reports.chart.PaintedMarks;
import dev.onbehalf.reports.gate.GateSummary.Bounds;
import dev.onbehalf.reports.gate.GateSummary.Change;
import dev.onbehalf.reports.gate.GateSummary.TimeLine;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Times of a candidate by those of its baseline, each with its bounds: what lies wholly to the left
 * of the limit has passed.
 */
public final class RatioChart {
  private static final int WIDTH = 720;
  private static final int ROW = 24;
  private static final int PADDING = 44;
  private static final double LEAST = 0.95;
  private static final double FEWEST = 0.5;
  private static final double MOST = 2;
  // The share of the width that the names take.
  private static final double NAMES = 0.42;

  private final GateSummary summary;
  private final List<TimeLine> lines;
  private final double low;
  private final double high;
  private final XYChart chart;
  private final Drawing drawing;

  private RatioChart(GateSummary summary, List<TimeLine> lines) {
    this.summary = summary;
    this.lines = lines;
    low =
        Math.max(FEWEST, bounds(lines).stream().mapToDouble(Bounds::low).reduce(LEAST, Math::min));
    double most = 1 + 1.5 * (summary.limit() - 1);
    high = Math.min(MOST, bounds(lines).stream().mapToDouble(Bounds::high).reduce(most, Math::max));
    chart = chart();
    for (int i = 0; i < lines.size(); i++) {
      add(i, lines.get(i));
    }
    drawing = Drawing.of(chart, label(lines));
  }

  /** An SVG document; empty text when nothing was timed or nothing can be drawn here. */
  public static String render(GateSummary summary) {
    List<TimeLine> lines =
        summary.times().stream().filter(line -> bounds(line).isPresent()).toList();
    return lines.isEmpty()
        ? ""
        : Charts.draw(
                "ratios", summary.headline(), () -> new RatioChart(summary, lines).drawWords())
            .file();
  }

  private static List<Bounds> bounds(List<TimeLine> lines) {
    return lines.stream().flatMap(line -> bounds(line).stream()).toList();
  }

  private static Optional<Bounds> bounds(TimeLine line) {
    return line.change().flatMap(Change::bounds);
  }

  private static String label(List<TimeLine> lines) {
    return lines.stream()
        .map(line -> name(line) + " " + percent(line) + ", " + line.verdict())
        .collect(Collectors.joining("; ", "Time by the baseline's: ", ""));
  }

  private static String name(TimeLine line) {
    return line.strategy() + ", " + line.benchmark();
  }

  private static String percent(TimeLine line) {
    return line.change().map(change -> GateCells.percent(change.ratio())).orElse("");
  }

  private XYChart chart() {
    XYChart made =
        new XYChartBuilder().width(WIDTH).height(2 * PADDING + ROW * (lines.size() + 1)).build();
    Charts.bare(made.getStyler());
    made.getStyler()
        .setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setMarkerSize(8)
        .setChartPadding(PADDING);
    made.getStyler()
        .setXAxisMin(low - (high - low) * NAMES / (1 - NAMES))
        .setXAxisMax(high)
        .setYAxisMin(-0.5)
        .setYAxisMax(lines.size() - 0.5);
    return made;
  }

  private void add(int row, TimeLine line) {
    double ratio = line.change().map(Change::ratio).orElse(1.0);
    XYSeries series =
        chart.addSeries(
            String.valueOf(row), new double[] {Math.min(high, ratio)}, new double[] {height(row)});
    series.setMarkerColor(line.bad() ? PaintedMarks.ORANGE : PaintedMarks.BLUE);
    series.setMarker(line.bad() ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
  }

  /** The first row is at the top. */
  private double height(int row) {
    return lines.size() - 1.0 - row;
  }

  private Drawing drawWords() {
    Rectangle2D plot = drawing.plot();
    drawing.text(plot.getMinX(), plot.getMinY() - 20, "start", summary.headline());
    for (int row = 0; row < lines.size(); row++) {
      drawRow(plot, row, lines.get(row));
    }
    double step = Charts.fineStep(high - low);
    for (double tick = Math.ceil((low - 1) / step) * step; 1 + tick <= high; tick += step) {
      drawTick(plot, tick);
    }
    double limit = chart.getScreenXFromChart(summary.limit());
    drawing.stroke(limit, plot.getMinY(), limit, plot.getMaxY(), true);
    drawing.text(limit, plot.getMaxY() + 38, "middle", "limit");
    return drawing;
  }

  private void drawRow(Rectangle2D plot, int row, TimeLine line) {
    double y = chart.getScreenYFromChart(height(row));
    if (line.bad()) {
      drawing.strongText(plot.getMinX(), y + 4, "start", name(line));
    } else {
      drawing.text(plot.getMinX(), y + 4, "start", name(line));
    }
    bounds(line)
        .ifPresent(range -> drawing.stroke(x(range.low()), y, x(range.high()), y, line.bad()));
  }

  private void drawTick(Rectangle2D plot, double tick) {
    double x = x(1 + tick);
    drawing.line(x, plot.getMinY(), x, plot.getMaxY());
    drawing.text(x, plot.getMaxY() + 20, "middle", GateCells.percent(1 + tick));
  }

  private double x(double ratio) {
    return chart.getScreenXFromChart(Math.max(low, Math.min(high, ratio)));
  }
}
