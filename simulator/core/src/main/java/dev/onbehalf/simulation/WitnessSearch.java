package dev.onbehalf.simulation;

import java.util.Optional;

/** Keeps the most readable of the pairs offered: little that differs, then few agents. */
final class WitnessSearch {
  private static final int PER_DIFFERENCE = 1_000;

  private final RequestClasses requests;
  private Optional<WitnessPair> best = Optional.empty();
  private int leastEffort = Integer.MAX_VALUE;

  WitnessSearch(RequestClasses requests) {
    this.requests = requests;
  }

  void offer(int permittedRow, int deniedRow, int column, int evidenceClass, boolean cheating) {
    int effort = effort(permittedRow, deniedRow);
    if (effort < leastEffort) {
      leastEffort = effort;
      best =
          Optional.of(
              new WitnessPair(
                  requests.representative(permittedRow, column),
                  requests.representative(deniedRow, column),
                  evidenceClass,
                  cheating));
    }
  }

  boolean isEmpty() {
    return best.isEmpty();
  }

  Optional<WitnessPair> best() {
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
