package dev.onbehalf.reports.gate;

import dev.onbehalf.reports.chart.Charts;
import dev.onbehalf.reports.chart.Drawing;
import dev.onbehalf.reports.chart.Scale;
import dev.onbehalf.reports.gate.GateSummary.Bounds;
import dev.onbehalf.reports.gate.GateSummary.Change;
import dev.onbehalf.reports.gate.GateSummary.TimeLine;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Times of a candidate by those of its baseline, each with its bounds: what lies wholly to the left
 * of the limit has passed.
 */
public final class RatioChart {
  private static final String NOTHING =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 440 40\" width=\"440\""
          + " font-size=\"13\" font-family=\"system-ui, sans-serif\"><text x=\"8\" y=\"24\">No row"
          + " was timed often enough to draw its ratio.</text></svg>\n";

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
  private final Drawing drawing;

  private RatioChart(GateSummary summary, List<TimeLine> lines) {
    this.summary = summary;
    this.lines = lines;
    low =
        Math.max(FEWEST, bounds(lines).stream().mapToDouble(Bounds::low).reduce(LEAST, Math::min));
    double most = 1 + 1.5 * (summary.limit() - 1);
    high = Math.min(MOST, bounds(lines).stream().mapToDouble(Bounds::high).reduce(most, Math::max));
    double width = (high - low) / (1 - NAMES);
    drawing =
        new Drawing(
            WIDTH,
            2 * PADDING + ROW * (lines.size() + 1),
            PADDING,
            new Rectangle2D.Double(high - width, 0.5 - lines.size(), width, lines.size()));
  }

  /** An SVG document; it says so when nothing was timed. */
  public static String render(GateSummary summary) {
    List<TimeLine> lines =
        summary.times().stream().filter(line -> bounds(line).isPresent()).toList();
    return lines.isEmpty()
        ? NOTHING
        : Charts.draw(
                "ratios",
                "Time by the baseline's",
                lines.stream().map(RatioChart::said).toList(),
                () -> new RatioChart(summary, lines).draw())
            .file();
  }

  private static List<Bounds> bounds(List<TimeLine> lines) {
    return lines.stream().flatMap(line -> bounds(line).stream()).toList();
  }

  private static Optional<Bounds> bounds(TimeLine line) {
    return line.change().flatMap(Change::bounds);
  }

  private static String said(TimeLine line) {
    String percent = line.change().map(change -> GateCells.percent(change.ratio())).orElse("");
    return name(line) + " " + percent + ", " + line.verdict();
  }

  private static String name(TimeLine line) {
    return line.strategy() + ", " + line.benchmark();
  }

  private Drawing draw() {
    Rectangle2D plot = drawing.plot();
    drawing.text(plot.getMinX(), plot.getMinY() - 20, "start", summary.headline());
    double step = Scale.fineStep(high - low);
    for (double tick = Math.ceil((low - 1) / step) * step; 1 + tick <= high; tick += step) {
      drawing.gridAcross(1 + tick);
      drawing.text(drawing.x(1 + tick), plot.getMaxY() + 20, "middle", GateCells.percent(1 + tick));
    }
    double limit = summary.limit();
    drawing.line(true, new double[] {limit, limit}, 0.5 - lines.size(), 0.5);
    drawing.text(drawing.x(limit), plot.getMaxY() + 38, "middle", "limit");
    for (int row = 0; row < lines.size(); row++) {
      draw(lines.get(row), -row);
    }
    return drawing;
  }

  private void draw(TimeLine line, double y) {
    drawing.text(drawing.plot().getMinX(), drawing.y(y) + 4, "start", name(line), line.bad());
    bounds(line)
        .ifPresent(
            range ->
                drawing.line(
                    line.bad(), new double[] {shown(range.low()), shown(range.high())}, y, y));
    drawing.mark(line.bad(), shown(line.change().map(Change::ratio).orElse(1.0)), y);
  }

  private double shown(double ratio) {
    return Math.max(low, Math.min(high, ratio));
  }
}
