package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept is kept until it expires, and a use costs hardly more for all that is kept. */
final class ExpiringMapTest {
  private static final int SOME = 1_000;

  private long comparisons;

  @Test
  void fourTimesTheUses_takeNotFarFromFourTimesTheComparisons() {
    long few = comparisonsOf(SOME);
    long many = comparisonsOf(4 * SOME);
    // n log n; all against all would be sixteen times as many
    assertTrue(many <= 6 * few, few + " and " + many);
  }

  @Test
  void expiredOnes_areFoundWithoutTheOthers() {
    ExpiringMap<CountedTime, String> map = mapOf(SOME);
    comparisons = 0;
    map.forgetExpired(new CountedTime(0));
    assertEquals(1, comparisons);
  }

  private long comparisonsOf(int uses) {
    comparisons = 0;
    mapOf(uses);
    return comparisons;
  }

  private ExpiringMap<CountedTime, String> mapOf(int uses) {
    ExpiringMap<CountedTime, String> map = new ExpiringMap<>();
    for (int use = 0; use < uses; use++) {
      map.forgetExpired(new CountedTime(0));
      map.add("key-" + use, "value", new CountedTime(1 + use % 60));
    }
    return map;
  }

  @Test
  void value_whenItExpires_isForgotten() {
    ExpiringMap<Integer, String> map = new ExpiringMap<>();
    map.add("later", "b", 61);
    map.add("sooner", "a", 60);
    map.forgetExpired(59);
    assertEquals(Optional.of("a"), map.find("sooner"));
    map.forgetExpired(60);
    assertEquals(Optional.empty(), map.find("sooner"));
    assertEquals(Optional.of("b"), map.find("later"));
  }

  @Test
  void secondValue_underTheSameKey_isNotAdded() {
    ExpiringMap<Integer, String> map = new ExpiringMap<>();
    assertTrue(map.add("key", "first", 60));
    assertFalse(map.add("key", "second", 90));
    assertEquals(Optional.of("first"), map.find("key"));
    map.forgetExpired(60);
    assertTrue(map.add("key", "third", 90));
  }

  @Test
  void newValue_ofARemovedKey_hasItsOwnTime() {
    ExpiringMap<Integer, String> map = new ExpiringMap<>();
    map.add("key", "first", 60);
    map.remove("key");
    map.add("key", "second", 90);
    map.forgetExpired(60);
    assertEquals(Optional.of("second"), map.find("key"));
    map.clear();
    assertEquals(Optional.empty(), map.find("key"));
  }

  /** A time that notes when it is compared. */
  private final class CountedTime implements Comparable<CountedTime> {
    private final int seconds;

    CountedTime(int seconds) {
      this.seconds = seconds;
    }

    @Override
    public int compareTo(CountedTime other) {
      comparisons++;
      return Integer.compare(seconds, other.seconds);
    }
  }
}
