package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.result.Doors;
import dev.onbehalf.simulation.score.DoorCounter.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The doors of a small table are those that trying every set of rectangles gives; those of a larger
 * one made of small ones that nobody of another may pass are as many as theirs together.
 */
final class RectangleCoverTest {
  private static final int SMALL = 3;

  private final Random random = new Random(11);

  @Test
  void everySmallTable_hasTheDoorsOfTheDefinition() {
    for (int code = 0; code < Math.pow(3, SMALL * SMALL); code++) {
      char[][] table = new char[SMALL][SMALL];
      int rest = code;
      for (int cell = 0; cell < SMALL * SMALL; cell++, rest /= 3) {
        table[cell / SMALL][cell % SMALL] = "-+?".charAt(rest % 3);
      }
      int fewest = fewest(table);
      String words = Arrays.deepToString(table);
      assertEquals(
          lines(table).count() == 0 ? new Doors(1, 1) : new Doors(fewest, fewest),
          doors(table),
          words);
      if (lines(table).count() == SMALL) {
        DoorAssignment assignment = assignment(table);
        for (int doors = 1; doors <= SMALL; doors++) {
          assertEquals(doors >= fewest, assignment.found(doors), words + " through " + doors);
        }
      }
    }
  }

  /** As many as rows none of which is within another: each is let in by half of the doors. */
  @Test
  void everyAgentButOnesOwn_isAssignedToSetsOfHalfTheDoors() {
    assertAssigned(3, 3);
    assertAssigned(4, 6);
    assertAssigned(5, 10);
    assertAssigned(6, 20);
  }

  private static void assertAssigned(int doors, int users) {
    DoorAssignment assignment = assignment(allButOnesOwn(users));
    assertTrue(assignment.found(doors), users + " users");
    assertTrue(!assignment.found(doors - 1), users + " users");
  }

  private static DoorAssignment assignment(char[][] table) {
    return new DoorAssignment(bits(table, '+'), bits(table, '-'), table[0].length);
  }

  @Test
  void tablesSideBySide_takeTheDoorsOfEach() {
    assertEquals(8, doors(beside(allButOnesOwn(6), allButOnesOwn(6))).atMost());
    assertEquals(8, doors(beside(allButOnesOwn(5), allButOnesOwn(5))).atMost());
    assertEquals(7, doors(beside(allButOnesOwn(6), allButOnesOwn(3))).atMost());
    int searched = 0;
    for (int world = 0; world < 60; world++) {
      char[][][] tables = new char[3][][];
      for (int i = 0; i < tables.length; i++) {
        tables[i] = random();
      }
      int fewest = Arrays.stream(tables).mapToInt(RectangleCoverTest::fewest).sum();
      char[][] whole = beside(tables);
      Doors found = doors(whole);
      String words = Arrays.deepToString(whole);
      assertTrue(found.atLeast() <= fewest && found.atMost() >= fewest, words + found);
      assertEquals(fewest, found.atMost(), words);
      searched += fewest > 6 && fewest < distinct(whole) ? 1 : 0;
    }
    assertTrue(searched > 5, searched + " tables that need more doors than are shared out");
  }

  /** As many as there are different rows, or columns: so many doors always do. */
  private static int distinct(char[][] table) {
    return (int) Math.min(lines(table).distinct().count(), lines(turned(table)).distinct().count());
  }

  /** The rows in which something is permitted. */
  private static Stream<String> lines(char[][] table) {
    return Arrays.stream(table).map(String::new).filter(line -> line.contains("+"));
  }

  private static char[][] turned(char[][] table) {
    char[][] turned = new char[table[0].length][table.length];
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table[0].length; column++) {
        turned[column][row] = table[row][column];
      }
    }
    return turned;
  }

  @Test
  void tableOfMoreRowsThanAWord_isBoundedByTheFirst() {
    int users = 70;
    char[][] table = new char[users][users];
    for (int user = 0; user < users; user++) {
      Arrays.fill(table[user], '-');
      table[user][user] = '+';
    }
    assertEquals(new Doors(Long.SIZE, users), doors(table));
  }

  private char[][] random() {
    char[][] table = new char[4][4];
    for (char[] row : table) {
      for (int column = 0; column < row.length; column++) {
        row[column] = "-++?".charAt(random.nextInt(4));
      }
    }
    return table;
  }

  private static char[][] allButOnesOwn(int users) {
    char[][] table = new char[users][users];
    for (int user = 0; user < users; user++) {
      Arrays.fill(table[user], '+');
      table[user][user] = '-';
    }
    return table;
  }

  private static char[][] beside(char[][]... tables) {
    int size = Arrays.stream(tables).mapToInt(table -> table.length).sum();
    char[][] all = new char[size][size];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, '-'));
    int first = 0;
    for (char[][] table : tables) {
      for (int row = 0; row < table.length; row++) {
        System.arraycopy(table[row], 0, all[first + row], first, table.length);
      }
      first += table.length;
    }
    return all;
  }

  private static Doors doors(char[][] table) {
    return new RectangleCover(
            Arrays.stream(table).map(row -> new Line(places(row, '+'), places(row, '-'))).toList(),
            table[0].length)
        .doors();
  }

  private static BitSet places(char[] row, char cell) {
    return IntStream.range(0, row.length)
        .filter(column -> row[column] == cell)
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  private static long[] bits(char[][] table, char cell) {
    return Arrays.stream(table)
        .mapToLong(row -> Arrays.stream(places(row, cell).toLongArray()).sum())
        .toArray();
  }

  /** By trying more and more of all rectangles that hold nothing denied. */
  private static int fewest(char[][] table) {
    List<long[]> rectangles = new ArrayList<>();
    long[] denied = bits(table, '-');
    long[] permitted = bits(table, '+');
    for (int rows = 1; rows < 1 << table.length; rows++) {
      long across = -1L;
      long[] held = new long[table.length];
      for (int row = 0; row < table.length; row++) {
        across &= (rows >>> row & 1) == 0 ? -1L : ~denied[row];
      }
      for (int row = 0; row < table.length; row++) {
        held[row] = (rows >>> row & 1) == 0 ? 0 : permitted[row] & across;
      }
      rectangles.add(held);
    }
    int count = 0;
    while (!cover(rectangles, permitted, count)) {
      count++;
    }
    return count;
  }

  private static boolean cover(List<long[]> rectangles, long[] cells, int count) {
    int row = 0;
    while (row < cells.length && cells[row] == 0) {
      row++;
    }
    if (row == cells.length || count == 0) {
      return row == cells.length;
    }
    int first = row;
    long cell = Long.lowestOneBit(cells[row]);
    return rectangles.stream()
        .filter(rectangle -> (rectangle[first] & cell) != 0)
        .anyMatch(rectangle -> cover(rectangles, without(cells, rectangle), count - 1));
  }

  private static long[] without(long[] cells, long[] rectangle) {
    return IntStream.range(0, cells.length).mapToLong(i -> cells[i] & ~rectangle[i]).toArray();
  }
}
