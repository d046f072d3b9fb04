package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bits of a word stand for columns. */
final class BitMatrixTest {
  private static final long BITS = 1L | 1L << 5 | 1L << 63;
  private static final List<Integer> COLUMNS = List.of(128, 133, 191);

  @Test
  void setBits_areHandedOverInOrder() {
    List<Integer> columns = new ArrayList<>();
    BitMatrix.forEach(2, BITS, columns::add);
    assertEquals(COLUMNS, columns);
  }

  @Test
  void setBit_isPickedAsOftenAsAnyOther() {
    Random random = new Random(3);
    Map<Integer, Long> picked =
        Stream.generate(() -> BitMatrix.pick(2, BITS, random))
            .limit(3_000)
            .collect(Collectors.groupingBy(column -> column, TreeMap::new, Collectors.counting()));
    assertEquals(COLUMNS, List.copyOf(picked.keySet()));
    picked.values().forEach(times -> assertEquals(1_000, times, 100));
  }

  @Test
  void bitsBeyondAWord_areBitsOfTheNext() {
    BitMatrix matrix = new BitMatrix(2, Long.SIZE + 1);
    assertEquals(2, matrix.wordsPerRow());
    matrix.or(1, 1, 1);
    assertEquals(
        List.of(false, false, true),
        List.of(matrix.get(0, 64), matrix.get(1, 0), matrix.get(1, 64)));
    matrix.and(1, 1, 2);
    assertEquals(false, matrix.get(1, 64));
  }
}
