package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.result.StrategyFailedException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done at the same time comes out as if it had been done one after the other. */
class SideBySideTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void results_anyNumberOfThreads_keepTheOrder(int threads) {
    List<Callable<Integer>> things =
        IntStream.range(0, 100).mapToObj(i -> (Callable<Integer>) () -> i).toList();
    assertEquals(IntStream.range(0, 100).boxed().toList(), new SideBySide(threads).results(things));
  }

  @Test
  void results_twoThreads_workAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    Callable<Boolean> meeting =
        () -> {
          both.countDown();
          return both.await(1, TimeUnit.MINUTES);
        };
    assertEquals(List.of(true, true), new SideBySide(2).results(List.of(meeting, meeting)));
  }

  @Test
  void results_twoFail_throwWhatTheFirstThrew() {
    StrategyFailedException first = new StrategyFailedException("a", "broke");
    Callable<String> slow =
        () -> {
          throw first;
        };
    Callable<String> other =
        () -> {
          throw new IllegalStateException("later");
        };
    StrategyFailedException thrown =
        assertThrows(
            StrategyFailedException.class,
            () -> new SideBySide(2).results(List.of(() -> "fine", slow, other)));
    assertSame(first, thrown);
  }

  @Test
  void results_anErrorIsThrown_passItOn() {
    Callable<String> hungry =
        () -> {
          throw new OutOfMemoryError("test");
        };
    OutOfMemoryError thrown =
        assertThrows(OutOfMemoryError.class, () -> new SideBySide(2).results(List.of(hungry)));
    assertEquals("test", thrown.getMessage());
  }

  @Test
  void results_ofNothing_areNone() {
    assertTrue(new SideBySide(2).results(List.<Callable<String>>of()).isEmpty());
  }
}
