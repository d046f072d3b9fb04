package dev.onbehalf.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names beside points, moved until none covers another. */
final class Labels {
  private static final double LINE = 16;
  private static final double GAP = 11;
  private static final double MARK = 6;
  private static final double FAR = 30;
  // Wide enough for the system fonts in use; real widths are known to the browser only.
  private static final double CHARACTER = 7.2;
  private static final double MARGIN = 4;
  private static final int MOST_LINES = 20;
  private static final int MOST_COLUMNS = 4;

  private final Drawing drawing;
  private final Rectangle2D room;
  private final List<Rectangle2D> taken = new ArrayList<>();

  Labels(Drawing drawing) {
    Rectangle2D plot = drawing.plot();
    this.drawing = drawing;
    this.room =
        new Rectangle2D.Double(
            plot.getMinX() - MARK,
            plot.getMinY() - 1.5 * LINE,
            Charts.WIDTH - plot.getMinX() + MARK,
            plot.getHeight() + 2 * LINE);
  }

  /** Keeps labels off a mark. */
  void keepOff(double x, double y) {
    taken.add(new Rectangle2D.Double(x - MARK, y - MARK, 2 * MARK, 2 * MARK));
  }

  /** Writes the label beside the point at the first place that is free. */
  void place(double x, double y, StrategyMark mark) {
    String words = Charts.shortened(mark.label());
    if (words.isEmpty()) {
      return;
    }
    double width = words.length() * CHARACTER;
    Place place =
        places(x, y, width).filter(this::isFree).findFirst().orElse(Place.right(x, y, width));
    taken.add(place.box());
    drawing.text(place.x(), place.box().getMaxY() - 3, place.anchor(), words, mark.chosen());
  }

  /** Beside the point, then on lines ever further above and below, then further to the right. */
  private static Stream<Place> places(double x, double y, double width) {
    Stream<Place> near = Stream.of(Place.right(x + GAP, y, width), Place.left(x - GAP, y, width));
    Stream<Place> others =
        IntStream.rangeClosed(0, MOST_COLUMNS)
            .boxed()
            .flatMap(column -> lines(y).flatMap(line -> on(line, x, column * FAR, width)));
    return Stream.concat(near, others);
  }

  private static Stream<Double> lines(double y) {
    return IntStream.rangeClosed(1, MOST_LINES)
        .boxed()
        .flatMap(line -> Stream.of(y - line * LINE, y + line * LINE));
  }

  /** Out of the mark's own line a name starts or ends right at its mark. */
  private static Stream<Place> on(double line, double x, double far, double width) {
    return Stream.of(
        Place.right(x - MARK + far, line, width), Place.left(x + MARK - far, line, width));
  }

  private boolean isFree(Place place) {
    Rectangle2D box = place.box();
    Rectangle2D apart =
        new Rectangle2D.Double(
            box.getX() - MARGIN, box.getY(), box.getWidth() + 2 * MARGIN, box.getHeight());
    return room.contains(box) && taken.stream().noneMatch(apart::intersects);
  }

  /** Where a label may stand: the box it covers, and the side of it where its text is anchored. */
  private record Place(Rectangle2D box, String anchor) {
    static Place right(double x, double y, double width) {
      return of(x, y, width, "start");
    }

    static Place left(double x, double y, double width) {
      return of(x - width, y, width, "end");
    }

    private static Place of(double left, double y, double width, String anchor) {
      return new Place(new Rectangle2D.Double(left, y - LINE / 2, width, LINE - 1), anchor);
    }

    double x() {
      return anchor.equals("end") ? box.getMaxX() : box.getMinX();
    }
  }
}
