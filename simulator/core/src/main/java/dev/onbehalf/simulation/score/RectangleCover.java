package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.score.DoorCounter.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The fewest rectangles that together hold every permitted cell of a table and no denied one, which
 * is the biclique cover number, or the Boolean rank. To find it is NP-hard.
 */
final class RectangleCover {
  private static final int MOST_FOR_SEARCH = 12;
  private static final int MOST_STEPS = 200_000;

  private final int rows;
  private final int columns;
  private final long[] permitted;
  private final long[] denied;
  private int steps;

  /**
   * A table of so many columns; of more rows or columns than fit a word the first are looked at.
   */
  RectangleCover(List<Line> lines, int columns) {
    rows = lines.size();
    this.columns = columns;
    permitted = lines.stream().limit(Long.SIZE).mapToLong(line -> word(line.permitted())).toArray();
    denied = lines.stream().limit(Long.SIZE).mapToLong(line -> word(line.denied())).toArray();
  }

  private static long word(BitSet bits) {
    long[] words = bits.toLongArray();
    return words.length == 0 ? 0 : words[0];
  }

  /** Exactly for small tables; for larger ones one rectangle for each row or column suffices. */
  Doors doors() {
    int atMost = Math.min(rows, columns);
    int atLeast = Math.min(atMost, Math.max(independentCells(permitted), incomparableLines()));
    return Math.max(rows, columns) > MOST_FOR_SEARCH
        ? new Doors(atLeast, atMost)
        : searched(atLeast, atMost);
  }

  private Doors searched(int atLeast, int atMost) {
    List<Rectangle> rectangles = largestRectangles();
    DoorAssignment assignment = new DoorAssignment(permitted, denied, columns);
    int known = atLeast;
    for (int count = atLeast; count < atMost; count++) {
      steps = 0;
      if (assignment.found(count) || covers(rectangles, permitted, count)) {
        return new Doors(known, count);
      }
      if (known == count && steps <= MOST_STEPS) {
        known++;
      }
    }
    return new Doors(known, atMost);
  }

  /** Rectangles without a denied cell to which no row or column can be added. */
  private List<Rectangle> largestRectangles() {
    Set<Rectangle> rectangles = new LinkedHashSet<>();
    for (int chosen = 1; chosen < 1 << rows; chosen++) {
      long across = allColumns();
      for (int row = 0; row < rows; row++) {
        across &= (chosen >>> row & 1) == 0 ? -1L : ~denied[row];
      }
      if (across != 0) {
        rectangles.add(new Rectangle(rowsOpenTo(across), across));
      }
    }
    return List.copyOf(rectangles);
  }

  private long allColumns() {
    return columns == Long.SIZE ? -1L : (1L << columns) - 1;
  }

  private long rowsOpenTo(long across) {
    return IntStream.range(0, rows)
        .filter(row -> (denied[row] & across) == 0)
        .mapToLong(row -> 1L << row)
        .reduce(0, (one, other) -> one | other);
  }

  /** Whether so many of the rectangles hold all cells. */
  private boolean covers(List<Rectangle> rectangles, long[] cells, int count) {
    if (IntStream.range(0, rows).allMatch(row -> cells[row] == 0)) {
      return true;
    }
    if (++steps > MOST_STEPS || independentCells(cells) > count) {
      return false;
    }
    for (Rectangle rectangle : choices(rectangles, cells)) {
      if (covers(rectangles, without(cells, rectangle), count - 1)) {
        return true;
      }
    }
    return false;
  }

  /** The rectangles that hold the cell which fewest hold, those first that hold most others. */
  private List<Rectangle> choices(List<Rectangle> rectangles, long[] cells) {
    List<Rectangle> fewest = rectangles;
    for (int row = 0; row < rows; row++) {
      for (long rest = cells[row]; rest != 0; rest &= rest - 1) {
        int column = Long.numberOfTrailingZeros(rest);
        int at = row;
        List<Rectangle> holding =
            rectangles.stream().filter(rectangle -> rectangle.holds(at, column)).toList();
        fewest = holding.size() < fewest.size() ? holding : fewest;
      }
    }
    return undominated(fewest, cells);
  }

  private List<Rectangle> undominated(List<Rectangle> rectangles, long[] cells) {
    List<Rectangle> sorted = new ArrayList<>(rectangles);
    sorted.sort(Comparator.comparingInt((Rectangle one) -> -one.size(cells)));
    List<long[]> kept = new ArrayList<>();
    List<Rectangle> choices = new ArrayList<>();
    for (Rectangle one : sorted) {
      long[] left = without(cells, one);
      if (kept.stream().noneMatch(less -> isWithin(less, left))) {
        kept.add(left);
        choices.add(one);
      }
    }
    return choices;
  }

  private boolean isWithin(long[] cells, long[] others) {
    return IntStream.range(0, rows).allMatch(row -> (cells[row] & ~others[row]) == 0);
  }

  private long[] without(long[] cells, Rectangle rectangle) {
    return IntStream.range(0, rows).mapToLong(row -> cells[row] & ~rectangle.across(row)).toArray();
  }

  /** Cells no two of which can be in one rectangle, chosen greedily: each needs one of its own. */
  private int independentCells(long[] cells) {
    long[] apart = cells.clone();
    int chosen = 0;
    for (int row = 0; row < cells.length; row++) {
      if (apart[row] != 0) {
        exclude(apart, row, Long.numberOfTrailingZeros(apart[row]));
        chosen++;
      }
    }
    return chosen;
  }

  /** Takes out the cells that can be in one rectangle with this one. */
  private void exclude(long[] cells, int row, int column) {
    for (int other = 0; other < cells.length; other++) {
      boolean crossing = (denied[other] >>> column & 1) == 0;
      cells[other] &= crossing ? denied[row] : -1L;
    }
  }

  /**
   * Rows none of which is within another are let in by sets of doors none of which is within
   * another, and of k doors there are at most k over k/2 such sets (Sperner); likewise columns.
   */
  private int incomparableLines() {
    List<Integer> chosen = new ArrayList<>();
    for (int row = 0; row < permitted.length; row++) {
      int one = row;
      if (chosen.stream().allMatch(other -> exceeds(one, other) && exceeds(other, one))) {
        chosen.add(row);
      }
    }
    int doors = 1;
    while (middle(doors) < chosen.size()) {
      doors++;
    }
    return chosen.isEmpty() ? 0 : doors;
  }

  private boolean exceeds(int row, int other) {
    return (permitted[row] & denied[other]) != 0;
  }

  /** The binomial coefficient of k over k/2. */
  private static long middle(int k) {
    long middle = 1;
    for (int i = 1; i <= k / 2; i++) {
      middle = middle * (k - k / 2 + i) / i;
    }
    return middle;
  }

  /** Some rows by their bits, and some columns. */
  private record Rectangle(long rows, long columns) {
    boolean holds(int row, int column) {
      return (rows >>> row & columns >>> column & 1) != 0;
    }

    long across(int row) {
      return (rows >>> row & 1) == 0 ? 0 : columns;
    }

    int size(long[] cells) {
      return IntStream.range(0, cells.length)
          .map(row -> Long.bitCount(cells[row] & across(row)))
          .sum();
    }
  }
}
