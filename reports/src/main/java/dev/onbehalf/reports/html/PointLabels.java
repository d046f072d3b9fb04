package dev.onbehalf.reports.html;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Names beside points, moved until none covers another. */
final class PointLabels {
  private static final double LINE = 16;
  private static final double GAP = 11;
  // Wide enough for the system fonts in use; real widths are known to the browser only.
  private static final double CHARACTER = 7.2;
  private static final int LONGEST = 32;

  private final Drawing drawing;
  private final List<Rectangle2D> taken = new ArrayList<>();

  PointLabels(Drawing drawing) {
    this.drawing = drawing;
  }

  /** Keeps labels off a mark. */
  void occupy(double x, double y) {
    taken.add(new Rectangle2D.Double(x - 6, y - 6, 12, 12));
  }

  /** Writes the name beside the point at the first place that is free. */
  void place(double x, double y, String name, boolean strong) {
    String words = shortened(name);
    double width = words.length() * CHARACTER;
    boolean fits = x + GAP + width <= Charts.WIDTH;
    double left = fits ? x + GAP : x - GAP - width;
    // Upwards in the lower half, where the axis is below; downwards in the upper one.
    double direction = y > drawing.plot().getCenterY() ? -LINE : LINE;
    Rectangle2D box = new Rectangle2D.Double(left, y - LINE / 2, width, LINE - 1);
    double gap = GAP;
    while (taken.stream().anyMatch(box::intersects)) {
      // Out of the mark's own line a name starts or ends right at its mark.
      gap = -6;
      left = fits ? x + gap : x - gap - width;
      box.setRect(left, box.getY() + direction, width, LINE - 1);
    }
    taken.add((Rectangle2D) box.clone());
    write(fits ? x + gap : x - gap, box.getY() + LINE - 4, fits ? "start" : "end", words, strong);
  }

  private void write(double x, double y, String anchor, String words, boolean strong) {
    if (strong) {
      drawing.strongText(x, y, anchor, words);
    } else {
      drawing.text(x, y, anchor, words);
    }
  }

  static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
