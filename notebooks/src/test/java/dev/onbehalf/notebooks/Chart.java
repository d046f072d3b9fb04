package dev.onbehalf.notebooks;

import dev.onbehalf.notebooks.NotebookShell.CellFailedException;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A chart as XChart writes it: what is moved into its place is text, drawn as outlines.
 *
 * @param svg the picture
 */
record Chart(String svg) {
  private static final double LEAST_PLOT = 0.5;
  private static final double TOUCHING = 1;
  private static final String NUMBER = "(-?[\\d.]+(?:E-?\\d+)?)";
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern WORDS = Pattern.compile("aria-label=\"([^\"]*)\"");
  private static final Pattern PLOT =
      Pattern.compile("<clipPath[^>]*>\\s*<rect height=\"" + NUMBER + "\" width=\"" + NUMBER);
  private static final Pattern LABEL =
      Pattern.compile(
          "transform=\"translate\\(" + NUMBER + " " + NUMBER + "\\)\">\\s*<path d=\"([^\"]*)\"");
  private static final Pattern POINT = Pattern.compile(NUMBER + "," + NUMBER);
  private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

  /** What it shows, for those who can't see it. */
  String words() {
    return WORDS
        .matcher(svg)
        .results()
        .findFirst()
        .map(words -> words.group(1))
        .orElseThrow(() -> new CellFailedException("a chart that says nothing to the blind"));
  }

  /** Fails if nothing is drawn, if the legend crowds out the plot, or if text can't be read. */
  void check() {
    require(COLOUR.matcher(svg).results().anyMatch(Chart::isBright), "nothing is drawn");
    require(plot() >= LEAST_PLOT, "less than half of the height is left to the plot");
    List<Rectangle2D> labels = labels();
    require(labels.stream().allMatch(size()::contains), "a label is cut off");
    for (int i = 0; i < labels.size(); i++) {
      require(
          labels.subList(0, i).stream().noneMatch(labels.get(i)::intersects), "two labels overlap");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CellFailedException("a chart in which " + otherwise);
    }
  }

  /** Whether the colour isn't a grey, which is what axes, grids and text are drawn in. */
  private static boolean isBright(MatchResult colour) {
    return !colour.group(1).equals(colour.group(2)) || !colour.group(2).equals(colour.group(3));
  }

  private Rectangle2D size() {
    return SIZE.matcher(svg)
        .results()
        .findFirst()
        .map(size -> new Rectangle2D.Double(0, 0, number(size, 1), number(size, 2)))
        .orElseThrow(() -> new CellFailedException("a display of something else than a chart"));
  }

  /** The share of the height in which data are drawn. */
  private double plot() {
    double height =
        PLOT.matcher(svg).results().findFirst().map(plot -> number(plot, 1)).orElse(0.0);
    return height / size().getHeight();
  }

  private List<Rectangle2D> labels() {
    return LABEL.matcher(svg).results().map(Chart::box).toList();
  }

  /** The room that a text takes, a little less than in full. */
  private static Rectangle2D box(MatchResult label) {
    Rectangle2D box =
        POINT
            .matcher(label.group(3))
            .results()
            .map(
                point ->
                    (Rectangle2D)
                        new Rectangle2D.Double(
                            number(label, 1) + number(point, 1),
                            number(label, 2) + number(point, 2),
                            0,
                            0))
            .reduce(Rectangle2D::createUnion)
            .orElseThrow();
    return new Rectangle2D.Double(
        box.getX() + TOUCHING / 2,
        box.getY() + TOUCHING / 2,
        box.getWidth() - TOUCHING,
        box.getHeight() - TOUCHING);
  }

  private static double number(MatchResult match, int group) {
    return Double.parseDouble(match.group(group));
  }
}
