package dev.onbehalf.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names beside points, moved until none covers another. */
final class Labels {
  private static final double LINE = 16;
  private static final double GAP = 11;
  // Out of the mark's own line a name starts or ends right at its mark.
  private static final double NO_GAP = -6;
  private static final double FAR = 30;
  // Wide enough for the system fonts in use; real widths are known to the browser only.
  private static final double CHARACTER = 7.2;
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
            plot.getMinX() + NO_GAP,
            plot.getMinY() - 1.5 * LINE,
            Charts.WIDTH - plot.getMinX() - NO_GAP,
            plot.getHeight() + 2 * LINE);
  }

  /** Keeps labels off a mark. */
  void keepOff(double x, double y) {
    taken.add(new Rectangle2D.Double(x - 6, y - 6, 12, 12));
  }

  /** Writes the label beside the point at the first place that is free. */
  void place(double x, double y, StrategyMark mark) {
    String words = Charts.shortened(mark.label());
    double width = words.length() * CHARACTER;
    Place place =
        places(x, y, width)
            .filter(this::isFree)
            .findFirst()
            .orElseGet(() -> Place.within(x, y, width));
    taken.add(place.box());
    drawing.text(place.x(), place.box().getMaxY() - 3, place.anchor(), words, mark.standsOut());
  }

  /** Beside the point, then on lines ever further above and below, then further to the right. */
  private static Stream<Place> places(double x, double y, double width) {
    return Stream.of(
            Stream.of(Place.right(x, y, GAP, width), Place.left(x, y, GAP, width)),
            lines(y).flatMap(line -> on(line, x, width)),
            IntStream.rangeClosed(1, MOST_COLUMNS)
                .boxed()
                .flatMap(column -> lines(y).map(line -> Place.right(x, line, column * FAR, width))))
        .flatMap(Function.identity());
  }

  private static Stream<Double> lines(double y) {
    return IntStream.rangeClosed(1, MOST_LINES)
        .boxed()
        .flatMap(line -> Stream.of(y - line * LINE, y + line * LINE));
  }

  private static Stream<Place> on(double line, double x, double width) {
    return Stream.of(
        Place.right(x, line, NO_GAP, width),
        Place.left(x, line, NO_GAP, width),
        Place.within(x, line, width));
  }

  private boolean isFree(Place place) {
    return room.contains(place.box()) && taken.stream().noneMatch(place.box()::intersects);
  }

  /** Where a label may stand: the box it covers, and the side of it where its text is anchored. */
  private record Place(Rectangle2D box, String anchor) {
    static Place right(double x, double y, double gap, double width) {
      return of(x + gap, y, width, "start");
    }

    static Place left(double x, double y, double gap, double width) {
      return of(x - gap - width, y, width, "end");
    }

    /** As near as the edges of the chart allow. */
    static Place within(double x, double y, double width) {
      double left = Math.max(0, Math.min(x - width / 2, Charts.WIDTH - width));
      return of(left, y, width, "start");
    }

    private static Place of(double left, double y, double width, String anchor) {
      return new Place(new Rectangle2D.Double(left, y - LINE / 2, width, LINE - 1), anchor);
    }

    double x() {
      return anchor.equals("end") ? box.getMaxX() : box.getMinX();
    }
  }
}
