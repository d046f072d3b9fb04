package dev.onbehalf.simulation.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fewest groups of rows of which no two in a group conflict: the chromatic number of their
 * graph, which takes longer than anybody waits for many rows, so that it is bounded there.
 */
final class AccountSharing {
  private static final int MOST_SOLVED = 12;
  private static final int MOST_COMPARED = 1_000;

  private final List<AccountRow> rows;
  private final int least;
  private final int most;

  AccountSharing(List<AccountRow> rows) {
    this.rows = rows;
    Set<Object> permitted = new HashSet<>();
    rows.forEach(row -> permitted.add(row.permitted()));
    List<AccountRow> compared = rows.subList(0, Math.min(rows.size(), MOST_COMPARED));
    int clique = clique(compared).size();
    int greedy = compared.size() == rows.size() ? greedy() : permitted.size();
    boolean settled = rows.size() > MOST_SOLVED || clique == greedy;
    most = settled ? Math.min(greedy, permitted.size()) : fewest(new ArrayList<>(), 0, greedy);
    least = rows.size() > MOST_SOLVED ? clique : most;
  }

  /** No fewer groups will do. */
  int least() {
    return least;
  }

  /** So many groups do; the fewest if they are as many as the least. */
  int most() {
    return most;
  }

  /** Rows all of which conflict with each other, taken as they come. */
  private static List<AccountRow> clique(List<AccountRow> rows) {
    List<AccountRow> clique = new ArrayList<>();
    rows.stream().filter(row -> clique.stream().allMatch(row::conflictsWith)).forEach(clique::add);
    return clique;
  }

  /** Each row in the first group that takes it. */
  private int greedy() {
    List<List<AccountRow>> groups = new ArrayList<>();
    for (AccountRow row : rows) {
      groups.stream()
          .filter(group -> takes(group, row))
          .findFirst()
          .orElseGet(() -> opened(groups))
          .add(row);
    }
    return groups.size();
  }

  private static List<AccountRow> opened(List<List<AccountRow>> groups) {
    groups.add(new ArrayList<>());
    return groups.get(groups.size() - 1);
  }

  private static boolean takes(List<AccountRow> group, AccountRow row) {
    return group.stream().noneMatch(row::conflictsWith);
  }

  /** The fewest groups for the rows from the next on, if fewer than the best so far. */
  private int fewest(List<List<AccountRow>> groups, int next, int best) {
    if (next == rows.size() || groups.size() >= best) {
      return Math.min(groups.size(), best);
    }
    AccountRow row = rows.get(next);
    int fewest = best;
    for (List<AccountRow> group : List.copyOf(groups)) {
      if (takes(group, row)) {
        group.add(row);
        fewest = fewest(groups, next + 1, fewest);
        group.remove(group.size() - 1);
      }
    }
    opened(groups).add(row);
    fewest = fewest(groups, next + 1, fewest);
    groups.remove(groups.size() - 1);
    return fewest;
  }
}
