package dev.onbehalf.reports.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Interval;
import dev.onbehalf.simulation.result.Timing.Operation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that can't be relied on are never told without saying so. */
class DoubtsTest {
  @ParameterizedTest
  @CsvSource({
    // forks, of them steady, half width | clause
    "3, 3, 0.05, ''",
    "3, 3, 0.051, ', the widest interval ±5.1%'",
    "3, 2, 0.05, ', 2 of 8 steps not steady'",
    "3, 0, 0.2, ', 2 of 8 steps not steady, the widest interval ±20%'",
    "1, 1, '', ', no interval from one fork'",
    "1, 0, '', ', 2 of 8 steps not steady, no interval from one fork'",
  })
  void doubts_areTold(int forks, int steady, String halfWidth, String clause) {
    Optional<Double> half = Optional.of(halfWidth).filter(s -> !s.isEmpty()).map(Double::valueOf);
    Operation doubted = operation(1.5, half, Optional.of(steady));
    Operation sure = operation(1.5, Optional.of(0.0), Optional.of(forks));
    assertEquals(clause, Doubts.about(List.of(timing(forks, doubted), timing(forks, sure))));
  }

  @Test
  void intervalWithoutFloor_isNotTold() {
    Operation bare = operation(0, Optional.of(0.5), Optional.of(2));
    assertEquals("", Doubts.about(List.of(timing(2, bare))));
  }

  @Test
  void olderResult_knowsNoDoubts() {
    Operation older = operation(1.5, Optional.empty(), Optional.empty());
    assertEquals("", Doubts.about(List.of(timing(2, older))));
    assertEquals("", Doubts.about(List.of()));
  }

  /** A timing of which two steps are doubted. */
  private static Timing timing(int forks, Operation doubted) {
    Operation sure = operation(1.5, Optional.of(0.0), Optional.of(forks));
    return new Timing(
        "quick", "JDK", "ES256", forks, doubted, doubted, sure, sure, Optional.empty());
  }

  private static Operation operation(
      double floor, Optional<Double> halfWidth, Optional<Integer> steady) {
    return new Operation(
        1,
        1,
        1,
        Optional.of(floor).filter(multiple -> multiple > 0),
        Optional.empty(),
        new Interval(1, 1, 0),
        List.of(),
        halfWidth,
        steady);
  }
}
