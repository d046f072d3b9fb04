package dev.onbehalf.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** A group of bars for each strategy. */
public final class BarChart {
  private static final int NAME = 33;
  private static final int BAR = 17;
  private static final int PADDING = 8;
  private static final double CHARACTER = 7;

  private BarChart() {}

  /** A bar with what stands behind it. */
  public record Bar(double value, String words, boolean standsOut) {}

  /**
   * The bars of a strategy.
   *
   * @param said what those hear who don't see it
   */
  public record Group(String name, List<Bar> bars, String said) {
    public Group {
      bars = List.copyOf(bars);
    }

    int height() {
      return NAME + BAR * bars.size();
    }
  }

  public static Chart draw(String name, String caption, List<Group> groups) {
    return Charts.draw(
        name, caption, groups.stream().map(Group::said).toList(), () -> draw(groups));
  }

  private static Drawing draw(List<Group> groups) {
    int height = groups.stream().mapToInt(Group::height).sum();
    Rectangle2D values = new Rectangle2D.Double(0, -height, end(groups), height);
    Drawing drawing = new Drawing(Charts.WIDTH, height + 2 * PADDING, PADDING, values);
    int top = 0;
    for (Group group : groups) {
      draw(drawing, group, top);
      top += group.height();
    }
    return drawing;
  }

  /** The value at the right edge, with room for the words behind the longest bar. */
  private static double end(List<Group> groups) {
    List<Bar> bars = groups.stream().flatMap(group -> group.bars().stream()).toList();
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    int longest = bars.stream().mapToInt(bar -> bar.words().length()).max().orElse(0);
    double room = (longest * CHARACTER + 24) / Charts.WIDTH;
    return (most > 0 ? most : 1) / (1 - Math.min(0.5, room));
  }

  private static void draw(Drawing drawing, Group group, int top) {
    drawing.text(PADDING, drawing.y(-top) + 16, "start", Charts.shortened(group.name()), true);
    int middle = top + 22 + BAR / 2;
    for (Bar bar : group.bars()) {
      drawing.bar(bar.standsOut(), BAR - 1, bar.value(), -middle);
      drawing.text(drawing.x(bar.value()) + 6, drawing.y(-middle) + 4.5, "start", bar.words());
      middle += BAR;
    }
  }
}
