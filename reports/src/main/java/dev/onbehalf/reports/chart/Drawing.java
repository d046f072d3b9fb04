package dev.onbehalf.reports.chart;

import freemarker.core.XMLOutputFormat;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** An inline SVG image: lines, marks and text. */
public final class Drawing {
  // Okabe and Ito's blue and vermilion; the classes of the same names follow the theme.
  private static final String BLUE = "=\"#0072b2\" class=\"blue\"";
  private static final String ORANGE = "=\"#d55e00\" class=\"orange\"";
  private static final String GRID = "=\"currentColor\" stroke-opacity=\"0.2\"";
  private static final String CURVE = " stroke-opacity=\"0.7\" stroke-width=\"2\"";
  private static final double MARK = 3.5;
  private static final double LARGE_MARK = 5.5;
  // A square on its corner looks smaller than a circle as wide.
  private static final double DIAMOND = 1.3;

  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="%s" \
      viewBox="0 0 %d %d" width="%2$d"%s fill="currentColor" \
      font-family="system-ui, sans-serif" font-size="13">%s%s%s</svg>\
      """;
  private static final String PAPER =
      "<style>text { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin:"
          + " round; } .blue:not(line), .orange:not(line) { stroke: #ffffff; }</style>"
          + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>";

  private final int width;
  private final int height;
  private final Rectangle2D plot;
  private final Rectangle2D values;
  private final StringBuilder painted = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private double mark = MARK;

  /** A drawing without anything on it, in which the values fill all but the padding. */
  public Drawing(int width, int height, int padding, Rectangle2D values) {
    this.width = width;
    this.height = height;
    this.plot =
        new Rectangle2D.Double(padding, padding, width - 2.0 * padding, height - 2.0 * padding);
    this.values = values;
  }

  /** Makes the marks that follow large enough to stand alone. */
  void makeMarksLarge() {
    mark = LARGE_MARK;
  }

  /** Where lines and marks may stand. */
  public Rectangle2D plot() {
    return plot;
  }

  /** Where a value stands from the left. */
  public double x(double value) {
    return plot.getMinX() + (value - values.getMinX()) / values.getWidth() * plot.getWidth();
  }

  /** Where a value stands from the top. */
  public double y(double value) {
    return plot.getMaxY() - (value - values.getMinY()) / values.getHeight() * plot.getHeight();
  }

  /** Adds a horizontal line of the grid. */
  void gridAt(double y) {
    line(GRID, values.getMinX(), y, values.getMaxX(), y);
  }

  /** Adds a vertical line of the grid. */
  public void gridAcross(double x) {
    line(GRID, x, values.getMinY(), x, values.getMaxY());
  }

  /** Adds a curve. */
  public void line(boolean standsOut, double[] x, double... y) {
    for (int i = 1; i < x.length; i++) {
      line(colour(standsOut) + CURVE, x[i - 1], y[i - 1], x[i], y[i]);
    }
  }

  /** Adds a bar from zero to the value, as thick as it is said. */
  void bar(boolean standsOut, int thickness, double value, double y) {
    line(colour(standsOut) + " stroke-width=\"%d\"".formatted(thickness), 0, y, value, y);
  }

  private void line(String paint, double fromX, double fromY, double toX, double toY) {
    painted.append(
        "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke%s/>"
            .formatted(number(x(fromX)), number(x(toX)), number(y(fromY)), number(y(toY)), paint));
  }

  /** Adds a mark: a diamond if it stands out, else a circle. */
  public void mark(boolean standsOut, double x, double y) {
    painted.append(
        "<%s fill%s/>"
            .formatted(standsOut ? diamond(x(x), y(y)) : circle(x(x), y(y)), colour(standsOut)));
  }

  private String circle(double x, double y) {
    return "ellipse cx=\"%s\" cy=\"%s\" rx=\"%3$s\" ry=\"%3$s\""
        .formatted(number(x), number(y), number(mark));
  }

  private String diamond(double x, double y) {
    double reach = DIAMOND * mark;
    return "path d=\"M%s,%s L%s,%s L%s,%2$s L%3$s,%s Z\""
        .formatted(
            number(x - reach),
            number(y),
            number(x),
            number(y - reach),
            number(x + reach),
            number(y + reach));
  }

  private static String colour(boolean standsOut) {
    return standsOut ? ORANGE : BLUE;
  }

  /** Adds text; the anchor is {@code start}, {@code middle} or {@code end}. */
  public void text(double x, double y, String anchor, String text) {
    text(x, y, anchor, text, false);
  }

  /** Adds text that may stand out. */
  public void text(double x, double y, String anchor, String text, boolean strong) {
    words.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>"
            .formatted(
                number(x), number(y), anchor, strong ? " font-weight=\"700\"" : "", xml(text)));
  }

  /** The image as markup, with the label that those hear who don't see it. */
  String markup(String label) {
    return svg(label, "", "");
  }

  /** The image as a document of its own: dark ink on white paper, whatever the theme. */
  String file(String label) {
    return svg(label, " height=\"%d\" color=\"#17212b\"".formatted(height), PAPER) + "\n";
  }

  private String svg(String label, String attributes, String paper) {
    return SVG.formatted(xml(label), width, height, attributes, paper, painted, words);
  }

  /** A coordinate with one decimal at most. */
  private static String number(double value) {
    String rounded = String.format(Locale.ROOT, "%.1f", value);
    return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
  }

  private static String xml(String text) {
    return XMLOutputFormat.INSTANCE.escapePlainText(text);
  }
}
