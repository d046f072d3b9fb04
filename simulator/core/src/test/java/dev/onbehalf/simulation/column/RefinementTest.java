package dev.onbehalf.simulation.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.IndexSet;
import dev.onbehalf.simulation.column.Refinement.Part;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The parts are those that asking each member about each set gives. */
final class RefinementTest {
  private static final int MEMBERS = 4;
  private static final int SETS = 3;

  /** A set may name members that aren't there. */
  private static final int NUMBERS = MEMBERS + 1;

  @Test
  void parts_ofEverySmallPopulation_areThoseOfTheDefinition() {
    int kinds = 1 << NUMBERS;
    for (int end = 0; end <= MEMBERS; end++) {
      for (int code = 0; code < kinds * kinds * kinds; code++) {
        assertRefined(end, List.of(set(code), set(code / kinds), set(code / kinds / kinds)));
      }
    }
  }

  /** The numbers that are the lowest bits of the code. */
  private static IndexSet set(int code) {
    return IndexSet.of(IntStream.range(0, NUMBERS).filter(number -> (code >> number & 1) != 0));
  }

  private static void assertRefined(int end, List<IndexSet> sets) {
    Map<BitSet, List<Integer>> expected = new LinkedHashMap<>();
    for (BitSet in : everyMembership()) {
      List<Integer> members =
          IntStream.range(0, end).filter(one -> in.equals(membership(one, sets))).boxed().toList();
      if (!members.isEmpty()) {
        expected.put(in, members);
      }
    }
    assertEquals(
        expected.entrySet().stream()
            .map(one -> new Part(one.getValue().get(0), one.getValue().size(), one.getKey()))
            .toList(),
        Refinement.of(end, sets),
        () -> end + " in " + sets);
  }

  private static BitSet membership(int member, List<IndexSet> sets) {
    return IntStream.range(0, sets.size())
        .filter(set -> sets.get(set).contains(member))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** Those in none first, and those in the first set after all others. */
  private static List<BitSet> everyMembership() {
    return IntStream.range(0, 1 << SETS)
        .mapToObj(
            order ->
                IntStream.range(0, SETS)
                    .filter(set -> (order >> (SETS - 1 - set) & 1) != 0)
                    .collect(BitSet::new, BitSet::set, BitSet::or))
        .toList();
  }
}
