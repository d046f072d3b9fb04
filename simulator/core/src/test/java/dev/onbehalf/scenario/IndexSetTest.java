package dev.onbehalf.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A set of numbers held as spans is a set of numbers. */
final class IndexSetTest {
  private static final int MOST = 12;

  @Test
  void operations_areThoseOfSets() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      Set<Integer> one = some(random);
      Set<Integer> other = some(random);
      Set<Integer> either = new HashSet<>(one);
      either.addAll(other);
      assertSame(either, set(one).or(set(other)));
      Set<Integer> rest = new HashSet<>(one);
      rest.removeAll(other);
      assertSame(rest, set(one).minus(set(other)));
      assertEquals(one.containsAll(other), set(one).containsAll(set(other)));
    }
  }

  @Test
  void largestNumbers_areLeftOut() {
    IndexSet beyond = IndexSet.span(5, Integer.MAX_VALUE);
    assertEquals(IndexSet.span(2, 5), IndexSet.span(2, 9).minus(beyond));
    assertEquals(IndexSet.span(2, Integer.MAX_VALUE), IndexSet.span(2, 9).or(beyond));
  }

  private static void assertSame(Set<Integer> expected, IndexSet found) {
    assertEquals(set(expected), found);
    assertEquals(expected.size(), found.size());
    assertEquals(expected.isEmpty(), found.isEmpty());
    assertEquals(
        expected.stream().sorted().toList(), found.stream().boxed().toList(), found::toString);
    for (int number = -1; number <= MOST; number++) {
      assertEquals(expected.contains(number), found.contains(number), found::toString);
    }
  }

  private static Set<Integer> some(Random random) {
    Set<Integer> some = new HashSet<>();
    for (int number = 0; number < MOST; number++) {
      if (random.nextBoolean()) {
        some.add(number);
      }
    }
    return some;
  }

  private static IndexSet set(Set<Integer> numbers) {
    return IndexSet.of(numbers.stream().mapToInt(number -> number));
  }
}
