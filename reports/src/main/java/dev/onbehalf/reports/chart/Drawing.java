package dev.onbehalf.reports.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import freemarker.core.XMLOutputFormat;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An inline SVG image: lines and marks that XChart draws, and text that stays text, which XChart
 * would turn into the outlines of one machine's fonts.
 */
public final class Drawing {
  // Okabe and Ito's blue and vermilion; the classes of the same names follow the theme.
  private static final Color BLUE = new Color(0x00, 0x72, 0xB2);
  private static final Color ORANGE = new Color(0xD5, 0x5E, 0x00);
  private static final Color GRID = new Color(0, 0, 0, 51);
  private static final int TRANSLUCENT = 178;
  private static final int MARK = 7;
  private static final int LARGE_MARK = 11;

  private static final Pattern PAINTED =
      Pattern.compile(
          "<(\\w+)([^>]*?)"
              + " style=\"([^\"]*:rgb\\((?:0,0,0|0,114,178|213,94,0)\\)[^\"]*)\"(.*?)/>");
  private static final Pattern PAINT =
      Pattern.compile("(fill|stroke|stroke-width|stroke-opacity):(?!none)([^;]+);");
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");
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

  private final XYChart chart;
  private final Rectangle2D plot;
  private final Rectangle2D values;
  private final StringBuilder words = new StringBuilder();

  /** A drawing without anything on it, in which the values fill all but the padding. */
  public Drawing(int width, int height, int padding, Rectangle2D values) {
    this.chart = new XYChartBuilder().width(width).height(height).build();
    this.plot =
        new Rectangle2D.Double(padding, padding, width - 2.0 * padding, height - 2.0 * padding);
    this.values = values;
    chart.getStyler().setLegendVisible(false).setChartTitleVisible(false).setChartPadding(padding);
    chart.getStyler().setPlotBorderVisible(false).setPlotContentSize(1).setMarkerSize(MARK);
    chart.getStyler().setPlotMargin(0);
    chart.getStyler().setPlotGridLinesVisible(false).setAxisTitlesVisible(false);
    chart.getStyler().setAxisTicksVisible(false);
    chart.getStyler().setXAxisMin(values.getMinX()).setXAxisMax(values.getMaxX());
    chart.getStyler().setYAxisMin(values.getMinY()).setYAxisMax(values.getMaxY());
  }

  /** Makes its marks large enough to stand alone. */
  Drawing withLargeMarks() {
    chart.getStyler().setMarkerSize(LARGE_MARK);
    return this;
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
    line(GRID, 1, new double[] {values.getMinX(), values.getMaxX()}, y, y);
  }

  /** Adds a vertical line of the grid. */
  public void gridAcross(double x) {
    line(GRID, 1, new double[] {x, x}, values.getMinY(), values.getMaxY());
  }

  /** Adds a curve, or as many of them as there are pieces. */
  public void line(boolean standsOut, double[] x, double... y) {
    Color colour = colour(standsOut);
    line(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), TRANSLUCENT), 2, x, y);
  }

  /** Adds a bar from zero to the value, as thick as it is said. */
  void bar(boolean standsOut, float thickness, double value, double y) {
    line(colour(standsOut), thickness, new double[] {0, value}, y, y);
  }

  /** Adds a mark. */
  public void mark(boolean standsOut, double x, double y) {
    Marker marker = standsOut ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE;
    series(new double[] {x}, y).setMarker(marker).setMarkerColor(colour(standsOut));
  }

  private void line(Color colour, float thickness, double[] x, double... y) {
    XYSeries line = series(x, y);
    line.setMarker(SeriesMarkers.NONE).setLineColor(colour);
    line.setLineStyle(new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
  }

  private XYSeries series(double[] x, double... y) {
    return chart.addSeries(String.valueOf(chart.getSeriesCollection().size()), x, y);
  }

  private static Color colour(boolean standsOut) {
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
    return svg(label, " height=\"%d\" color=\"#17212b\"".formatted(chart.getHeight()), PAPER)
        + "\n";
  }

  private String svg(String label, String attributes, String paper) {
    return SVG.formatted(
        xml(label), chart.getWidth(), chart.getHeight(), attributes, paper, painted(), words);
  }

  /** What XChart paints in our colours; the rest is background. */
  private String painted() {
    try {
      String painted = new String(ChartEncoder.getBytes(chart, "svg"), UTF_8);
      return PAINTED
          .matcher(painted)
          .results()
          .map(shape -> shape(shape.group(1), shape.group(2) + shape.group(4), shape.group(3)))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A strict content security policy blocks style attributes, but not what they would say. */
  private static String shape(String element, String attributes, String style) {
    String paints =
        PAINT
            .matcher(style)
            .replaceAll(" $1=\"$2\"")
            .replaceAll("[a-z-]+:[^;]+;", "")
            .replace("rgb(0,0,0)", "currentColor")
            .replace("rgb(0,114,178)\"", "#0072b2\" class=\"blue\"")
            .replace("rgb(213,94,0)\"", "#d55e00\" class=\"orange\"");
    return DECIMAL
        .matcher("<" + element + attributes.stripTrailing() + paints + "/>")
        .replaceAll(decimal -> number(Double.parseDouble(decimal.group())));
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
