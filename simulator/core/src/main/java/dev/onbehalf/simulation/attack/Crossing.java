package dev.onbehalf.simulation.attack;

import dev.onbehalf.simulation.score.RequestClasses;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what an agent reaches under every strategy alike by using one user's session for another:
 * the requests through agents that are denied, but permitted for somebody else on the same path.
 */
public final class Crossing {
  private Crossing() {}

  /**
   * How many there are.
   *
   * @param truth a table in which one can tell who is who
   */
  public static long count(TruthTable truth) {
    RequestClasses requests = truth.classes();
    int words = truth.permitted().wordsPerRow();
    Map<List<Integer>, long[]> permitted = new HashMap<>();
    long crossed = 0;
    for (int row = 0; row < requests.rows(); row++) {
      long[] bits = permitted.computeIfAbsent(calls(requests, row), any -> new long[words]);
      for (int word = 0; word < words; word++) {
        bits[word] |= truth.permitted().word(row, word);
      }
    }
    for (int row = 0; row < requests.rows(); row++) {
      long[] bits = permitted.getOrDefault(calls(requests, row), new long[words]);
      boolean direct = requests.representative(row, 0).isDirect();
      for (int word = 0; word < words && !direct; word++) {
        long both = bits[word] & truth.denied().word(row, word);
        crossed += requests.weight(row) * requests.weigh(word, both);
      }
    }
    return crossed;
  }

  /** All users on the path in the context. */
  private static List<Integer> calls(RequestClasses requests, int row) {
    return List.of(requests.path(row), requests.context(row));
  }
}
