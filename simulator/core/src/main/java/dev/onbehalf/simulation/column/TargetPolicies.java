package dev.onbehalf.simulation.column;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The policies that decide something at a target, and those that fail there, by their positions.
 */
final class TargetPolicies {
  private final int[] deciding;
  private final List<int[]> failing = new ArrayList<>();

  /**
   * What is so at one target.
   *
   * @param policies the positions of those that speak of it
   * @param strategies how many were scored
   */
  TargetPolicies(List<Integer> policies, TargetScore score, int strategies) {
    deciding =
        IntStream.range(0, policies.size())
            .filter(local -> score.scope(local) > 0)
            .map(policies::get)
            .toArray();
    List<BitSet> known = new ArrayList<>();
    for (int strategy = 0; strategy < strategies; strategy++) {
      BitSet fails = score.outcome(strategy).failing();
      int same = known.indexOf(fails);
      known.add(fails);
      failing.add(same < 0 ? fails.stream().map(policies::get).toArray() : failing.get(same));
    }
  }

  IntStream deciding() {
    return IntStream.of(deciding);
  }

  /** Those that aren't enforced under the strategy, or don't withstand cheating callers. */
  IntStream failing(int strategy) {
    return IntStream.of(failing.get(strategy));
  }
}
