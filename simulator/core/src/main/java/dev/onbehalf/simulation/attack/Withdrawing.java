package dev.onbehalf.simulation.attack;

import dev.onbehalf.simulation.result.AttackFacts.Withdrawal;
import dev.onbehalf.simulation.score.ClassRoute;
import dev.onbehalf.simulation.score.ClassRoute.Stop;
import dev.onbehalf.simulation.score.RequestClasses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes agents from single users by policy, and counts where that is no use and whom else it hits.
 * A pair stands for all that are alike.
 */
final class Withdrawing {
  private static final double MOST_LOOKS = 5e7;

  private final Calls calls;
  private final RequestClasses requests;
  private final int[][][] rowsOfClass;
  private long pairs;
  private long effectiveIfHonest;
  private long effective;
  private long collateral;
  private long collateralOfAll;

  Withdrawing(Calls calls) {
    this.calls = calls;
    requests = calls.requests();
    rowsOfClass =
        IntStream.range(0, calls.evidence().points())
            .mapToObj(calls.evidence()::rowsOfClass)
            .toArray(int[][][]::new);
  }

  /** What becomes of all pairs; empty where there are too many. */
  Optional<Withdrawal> withdrawal() {
    double looks = (double) requests.rows() * requests.users().size() * calls.words();
    if (looks > MOST_LOOKS) {
      return Optional.empty();
    }
    for (int user = 0; user < requests.users().size(); user++) {
      for (int path = 0; path < requests.paths().size(); path++) {
        if (isOfOneAgent(path) && isRepresentative(user, path)) {
          withdraw(user, path);
        }
      }
    }
    return Optional.of(
        new Withdrawal(pairs, effectiveIfHonest, effective, collateral, collateralOfAll));
  }

  private boolean isOfOneAgent(int path) {
    return requests.paths().representative(path).size() == 1;
  }

  private boolean isRepresentative(int user, int path) {
    return requests.users().alike(user) > 0
        && requests.paths().alike(path) > 0
        && !requests.isForNobody(requests.row(user, path, 0));
  }

  private void withdraw(int user, int path) {
    String agent = requests.paths().representative(path).get(0);
    List<Integer> rows =
        IntStream.range(0, requests.paths().size())
            .filter(other -> requests.paths().representative(other).contains(agent))
            .flatMap(
                other ->
                    IntStream.range(0, requests.contexts().size())
                        .map(context -> requests.row(user, other, context)))
            .boxed()
            .toList();
    long alike = (long) requests.users().alike(user) * requests.paths().alike(path);
    if (rows.stream().anyMatch(this::isAnythingPermitted)) {
      add(new Withdrawn(new HashSet<>(rows)), alike);
    }
  }

  private boolean isAnythingPermitted(int row) {
    return IntStream.range(0, calls.words())
        .anyMatch(word -> calls.truth().permitted().word(row, word) != 0);
  }

  private void add(Withdrawn withdrawn, long alike) {
    boolean honest = withdrawn.holds(calls::honest);
    long hit = withdrawn.collateral();
    pairs += alike;
    effectiveIfHonest += honest ? alike : 0;
    effective += honest && withdrawn.holds(calls::routes) ? alike : 0;
    collateral = Math.max(collateral, hit);
    collateralOfAll += alike * hit;
  }

  /** The routes of a row. */
  @FunctionalInterface
  private interface Routes {
    List<ClassRoute> of(int row);
  }

  /** A table in which nothing is permitted in some rows any longer. */
  private final class Withdrawn {
    private final Set<Integer> rows;
    private final Map<Stop, long[]> permitted = new HashMap<>();

    Withdrawn(Set<Integer> rows) {
      this.rows = rows;
    }

    /** Whether none of the routes of these rows passes for anything. */
    boolean holds(Routes routes) {
      return rows.stream()
          .flatMap(row -> routes.of(row).stream())
          .allMatch(
              route ->
                  IntStream.range(0, calls.words()).allMatch(word -> passable(route, word) == 0));
    }

    private long passable(ClassRoute route, int word) {
      long passable = -1L;
      for (Stop stop : route.stops()) {
        passable &= permitted(stop)[word];
      }
      return passable;
    }

    /** The targets for which somebody else is permitted what shows the same. */
    private long[] permitted(Stop stop) {
      return permitted.computeIfAbsent(
          stop,
          any -> {
            long[] bits = new long[calls.words()];
            for (int row : rowsOfClass[stop.point()][stop.evidenceClass()]) {
              for (int word = 0; word < bits.length && !rows.contains(row); word++) {
                bits[word] |= calls.truth().permitted().word(row, word);
              }
            }
            return bits;
          });
    }

    /** The permitted requests that can't be told any longer from those that are now denied. */
    long collateral() {
      Map<Integer, long[]> hit = new HashMap<>();
      for (int row : rows) {
        for (ClassRoute route : calls.honest(row)) {
          for (int word = 0; word < calls.words(); word++) {
            hit(route, word, passable(route, word), hit);
          }
        }
      }
      long requestsHit = 0;
      for (Map.Entry<Integer, long[]> row : hit.entrySet()) {
        for (int word = 0; word < calls.words(); word++) {
          requestsHit += calls.weigh(row.getKey(), word, row.getValue()[word]);
        }
      }
      return requestsHit;
    }

    private void hit(ClassRoute route, int word, long leaking, Map<Integer, long[]> hit) {
      for (Stop stop : route.stops()) {
        for (int other :
            leaking == 0 ? new int[0] : rowsOfClass[stop.point()][stop.evidenceClass()]) {
          if (!rows.contains(other)) {
            long before = calls.admission().doubtful(calls.evidence().honest(other), word);
            hit.computeIfAbsent(other, any -> new long[calls.words()])[word] |=
                leaking & calls.made(other, word) & ~before;
          }
        }
      }
    }
  }
}
