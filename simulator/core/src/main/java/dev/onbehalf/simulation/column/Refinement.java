package dev.onbehalf.simulation.column;

import dev.onbehalf.scenario.IndexSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Splits numbered members by sets of them, in time that their number doesn't matter for. */
final class Refinement {
  private Refinement() {}

  /**
   * Members that are in just the same sets.
   *
   * @param first the first of them
   * @param in the positions of the sets that they are in
   */
  record Part(int first, long size, BitSet in) {
    private Part more(Part other) {
      return new Part(first, size + other.size, in);
    }
  }

  /** The parts of the members, from 0 to the one before the end, those in the first sets last. */
  static List<Part> of(int end, List<IndexSet> sets) {
    long[] events = events(end, sets);
    Map<BitSet, Part> parts = new HashMap<>();
    BitSet in = new BitSet();
    int at = 0;
    for (long event : events) {
      int position = (int) (event >>> Integer.SIZE);
      if (position > at) {
        add(new Part(at, position - at, in), parts);
        at = position;
      }
      in.flip((int) event);
    }
    if (end > at) {
      add(new Part(at, end - at, in), parts);
    }
    return parts.values().stream()
        .sorted(Comparator.comparing(Part::in, Refinement::order))
        .toList();
  }

  private static void add(Part part, Map<BitSet, Part> parts) {
    Part known = parts.get(part.in());
    if (known == null) {
      BitSet in = (BitSet) part.in().clone();
      parts.put(in, new Part(part.first(), part.size(), in));
    } else {
      parts.put(known.in(), known.more(part));
    }
  }

  private static long[] events(int end, List<IndexSet> sets) {
    long[] events =
        IntStream.range(0, sets.size())
            .mapToObj(
                set -> sets.get(set).bounds().mapToLong(at -> ((long) at << Integer.SIZE) | set))
            .flatMapToLong(bounds -> bounds)
            .filter(event -> event >>> Integer.SIZE < end)
            .toArray();
    Arrays.sort(events);
    return events;
  }

  /** An order in which names and numbers of members have no part. */
  private static int order(BitSet one, BitSet other) {
    BitSet differing = (BitSet) one.clone();
    differing.xor(other);
    int first = differing.nextSetBit(0);
    return first < 0 ? 0 : one.get(first) ? 1 : -1;
  }
}
