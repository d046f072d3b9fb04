package dev.onbehalf.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work is repeated until its last three blocks agree within 2 %, or long enough. */
class SteadyStateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                   | false",
        "100                  | false",
        "100 100              | false",
        "100 100 100          | true",
        // Both sides of the tolerance.
        "100 102 101          | true",
        "100 102.1 101        | false",
        // What was before doesn't count, however long it took.
        "9000 400 100 101 100 | true",
        // One block that was disturbed keeps the next two from agreeing with it.
        "100 150 100 100      | false",
        "100 150 100 100 100  | true",
        // Two by two they agree, but all fall.
        "103 101.5 100        | false",
        "102 101 100 99 98 97 | false",
      })
  void lastThreeBlocks_mustAgree(String nanos, boolean reached) {
    assertEquals(reached, SteadyState.isReached(series(nanos)));
    assertEquals(reached, SteadyState.isEnough(series(nanos)));
  }

  @Test
  void fallingSeries_isReachedWhereItFallsByTwoPercentInThreeBlocks() {
    // It falls to 100 by halves: 100 + 2^(10-n), and 102, 101, 100.5 are the first within 2 %.
    List<Double> falling = IntStream.range(0, 20).mapToObj(n -> 100 + Math.pow(2, 10 - n)).toList();
    int blocks = blocksUntilEnough(falling);
    assertEquals(List.of(102.0, 101.0, 100.5), falling.subList(blocks - 3, blocks));
  }

  @Test
  void noisySeries_endsUnsteadyAfterTheMostBlocks() {
    List<Double> noisy =
        IntStream.range(0, 1_000).mapToObj(n -> n % 2 == 0 ? 100.0 : 110.0).toList();
    int blocks = blocksUntilEnough(noisy);
    assertEquals(SteadyState.MOST_BLOCKS, blocks);
    assertFalse(SteadyState.isReached(noisy.subList(0, blocks)));
  }

  @Test
  void steadySeries_isEnoughAtOnce() {
    List<Double> steady = Stream.generate(() -> 100.0).limit(1_000).toList();
    assertEquals(SteadyState.BLOCKS, blocksUntilEnough(steady));
    assertTrue(SteadyState.isReached(steady.subList(0, SteadyState.BLOCKS)));
  }

  private static int blocksUntilEnough(List<Double> nanos) {
    return IntStream.rangeClosed(0, nanos.size())
        .filter(blocks -> SteadyState.isEnough(nanos.subList(0, blocks)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> series(String nanos) {
    return Stream.of(nanos.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(Double::valueOf)
        .toList();
  }
}
