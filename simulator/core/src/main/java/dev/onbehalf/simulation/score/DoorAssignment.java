package dev.onbehalf.simulation.score;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for a way to share the rows of a table out among a few doors, row by row: a column is let
 * in by the doors that have none of the rows denied to it, and must share one with every row that
 * is permitted to it.
 */
final class DoorAssignment {
  /** There are so many sets of more doors that to try them takes longer than to look for doors. */
  private static final int MOST_DOORS = 6;

  private static final int MOST_STEPS = 2_000;

  private final long[] permitted;
  private final long[] denied;
  private final int columns;
  private final int[] doorsOfRow;
  private int steps;

  DoorAssignment(long[] permitted, long[] denied, int columns) {
    this.permitted = permitted;
    this.denied = denied;
    this.columns = columns;
    doorsOfRow = new int[permitted.length];
  }

  /** Whether it was found for so many doors; if not, there may be one all the same. */
  boolean found(int doors) {
    steps = 0;
    return doors <= MOST_DOORS && found(0, 0, new int[columns], setsOf(doors));
  }

  /** Sets of half the doors come first, as most of them are within none of the others. */
  private static List<Integer> setsOf(int doors) {
    return IntStream.range(1, 1 << doors)
        .boxed()
        .sorted(Comparator.comparingInt(set -> Math.abs(2 * Integer.bitCount(set) - doors)))
        .toList();
  }

  private boolean found(int row, int used, int[] closedTo, List<Integer> sets) {
    if (row == permitted.length) {
      return true;
    }
    for (int set : sets) {
      int unused = set >>> used;
      // Doors are alike until they have a row, so the next ones are taken in their order.
      boolean inOrder = (unused & (unused + 1)) == 0;
      if (inOrder && ++steps <= MOST_STEPS) {
        doorsOfRow[row] = set;
        int[] closed = closed(closedTo, row);
        int usedThen = used + Integer.bitCount(unused);
        if (letsIn(row, closed) && found(row + 1, usedThen, closed, sets)) {
          return true;
        }
      }
    }
    return false;
  }

  private int[] closed(int[] before, int row) {
    return IntStream.range(0, columns)
        .map(column -> before[column] | (has(denied[row], column) ? doorsOfRow[row] : 0))
        .toArray();
  }

  /** Whether every permitted cell down to the row still has a door. */
  private boolean letsIn(int last, int[] closed) {
    return IntStream.rangeClosed(0, last)
        .allMatch(
            row ->
                IntStream.range(0, columns)
                    .filter(column -> has(permitted[row], column))
                    .allMatch(column -> (doorsOfRow[row] & ~closed[column]) != 0));
  }

  private static boolean has(long line, int column) {
    return (line >>> column & 1) != 0;
  }
}
