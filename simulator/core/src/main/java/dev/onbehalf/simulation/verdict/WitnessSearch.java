package dev.onbehalf.simulation.verdict;

import dev.onbehalf.simulation.score.ClassRoute;
import dev.onbehalf.simulation.score.RequestClasses;
import java.util.Optional;

/** Keeps the most readable of the pairs offered: little that differs, then few agents. */
final class WitnessSearch {
  private static final int PER_DIFFERENCE = 1_000;

  private final RequestClasses requests;
  private Optional<Pair> best = Optional.empty();
  private int leastEffort = Integer.MAX_VALUE;

  WitnessSearch(RequestClasses requests) {
    this.requests = requests;
  }

  /**
   * A permitted and a denied row.
   *
   * @param point where both are seen in one class
   * @param route the way of the denied one
   */
  record Pair(
      int permitted, int denied, int column, int point, ClassRoute route, boolean cheating) {}

  void offer(Pair pair) {
    int effort = effort(pair.permitted(), pair.denied());
    if (effort < leastEffort) {
      leastEffort = effort;
      best = Optional.of(pair);
    }
  }

  boolean isEmpty() {
    return best.isEmpty();
  }

  Optional<Pair> best() {
    return best;
  }

  private int effort(int left, int right) {
    int differences = 0;
    differences += requests.user(left) == requests.user(right) ? 0 : 1;
    differences += requests.path(left) == requests.path(right) ? 0 : 1;
    differences += requests.context(left) == requests.context(right) ? 0 : 1;
    return differences * PER_DIFFERENCE + agents(left) + agents(right);
  }

  private int agents(int row) {
    return requests.paths().representative(requests.path(row)).size();
  }
}
