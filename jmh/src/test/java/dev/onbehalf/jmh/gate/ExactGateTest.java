package dev.onbehalf.jmh.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.jmh.gate.AllocationGate.Allocation;
import dev.onbehalf.jmh.gate.ExactGate.Difference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted is equal, or somebody has explained why it isn't. */
class ExactGateTest {
  private static final Acceptance NOTHING = new Acceptance(List.of());

  private static Inventory inventory(Map<String, Map<String, Long>> strategies) {
    TreeMap<String, Counts> counts = new TreeMap<>();
    strategies.forEach((name, values) -> counts.put(name, new Counts(new TreeMap<>(values))));
    return new Inventory(counts);
  }

  private static final Inventory BEFORE =
      inventory(Map.of("exchange", Map.of("signatures", 2L, "tokenBytes", 513L)));
  private static final Inventory AFTER =
      inventory(Map.of("exchange", Map.of("signatures", 3L, "tokenBytes", 513L)));
  private static final Inventory NONE = inventory(Map.of());

  @Test
  void equalCounts_differInNothing() {
    assertEquals(List.of(), ExactGate.compare(BEFORE, BEFORE, NOTHING));
  }

  @Test
  void count_thatGrew_isADifference() {
    assertEquals(
        List.of(new Difference("exchange", "signatures", "2", "3", false)),
        ExactGate.compare(BEFORE, AFTER, NOTHING));
  }

  @Test
  void count_thatFell_isADifference_too() {
    assertEquals(
        List.of(new Difference("exchange", "signatures", "3", "2", false)),
        ExactGate.compare(AFTER, BEFORE, NOTHING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exchange", "signatures", "exchange:signatures"})
  void difference_thatIsAccepted_isStillNamed(String word) {
    Acceptance acceptance = new Acceptance(List.of(word));
    assertEquals(
        List.of(new Difference("exchange", "signatures", "2", "3", true)),
        ExactGate.compare(BEFORE, AFTER, acceptance));
    assertEquals(List.of(), acceptance.unused());
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "tokenBytes", "exchange:tokenBytes", "other:signatures"})
  void acceptance_ofSomethingElse_explainsNothingAndIsNamed(String word) {
    Acceptance acceptance = new Acceptance(List.of(word));
    assertFalse(ExactGate.compare(BEFORE, AFTER, acceptance).get(0).accepted());
    assertEquals(List.of(word), acceptance.unused());
  }

  @Test
  void strategy_thatIsMissingOnOneSide_isADifference() {
    assertEquals(
        List.of(new Difference("exchange", "presence", "there", "missing", false)),
        ExactGate.compare(BEFORE, NONE, NOTHING));
    assertEquals(
        List.of(new Difference("exchange", "presence", "missing", "there", false)),
        ExactGate.compare(NONE, BEFORE, NOTHING));
  }

  @Test
  void count_thatOneSideDoesNotKnow_isADifference() {
    Inventory more =
        inventory(Map.of("exchange", Map.of("signatures", 2L, "tokenBytes", 513L, "headers", 1L)));
    assertEquals(
        List.of(new Difference("exchange", "headers", "missing", "1", false)),
        ExactGate.compare(BEFORE, more, NOTHING));
  }

  @Test
  void benchmark_thatIsMissingOfASharedStrategy_isADifference() {
    Row access = new Row("exchange", Benchmark.ACCESS);
    Row own = new Row("exchange", Benchmark.OWN_CODE);
    Row other = new Row("other", Benchmark.ACCESS);
    assertEquals(
        List.of(new Difference("exchange", "own code", "there", "missing", false)),
        ExactGate.compareRows(Set.of(access, own, other), Set.of(access), NOTHING));
  }

  @ParameterizedTest
  @CsvSource({
    // before, after, more, less
    "10000, 10000, false, false",
    "10000, 10116, false, false",
    "10000, 10117, true, false",
    "10000, 9886, false, false",
    "10000, 9880, false, true",
    "0, 16, false, false",
    "0, 17, true, false",
  })
  void bytes_mayVaryByOnePerCentAndAFew(double before, double after, boolean more, boolean less) {
    Allocation allocation =
        AllocationGate.compare(
                new TreeMap<>(Map.of("one", before)), new TreeMap<>(Map.of("one", after)), NOTHING)
            .get(0);
    assertEquals(more, allocation.isMore());
    assertEquals(less, allocation.isLess());
  }

  @Test
  void moreBytes_canBeAccepted() {
    TreeMap<String, Double> before = new TreeMap<>(Map.of("one", 100.0));
    TreeMap<String, Double> after = new TreeMap<>(Map.of("one", 200.0));
    Acceptance acceptance = new Acceptance(List.of("one:allocation"));
    assertTrue(AllocationGate.compare(before, after, acceptance).get(0).accepted());
    assertFalse(AllocationGate.compare(before, after, NOTHING).get(0).accepted());
  }
}
