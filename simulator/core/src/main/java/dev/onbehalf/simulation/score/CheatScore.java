package dev.onbehalf.simulation.score;

import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What cheating callers can do: a denied request escapes when its caller can give it a route on
 * which every point sees the evidence of a permitted one, and those are usurped.
 */
public final class CheatScore {
  private final RequestClasses requests;
  private final EvidenceClasses evidence;
  private final TruthTable truth;
  private final Admission admission;
  private final BitMatrix escaping;
  private final List<BitMatrix> usurped = new ArrayList<>();

  CheatScore(TruthTable truth, Admission admission) {
    this.truth = truth;
    this.admission = admission;
    evidence = admission.evidence();
    requests = truth.classes();
    escaping = new BitMatrix(requests.rows(), requests.columns());
    for (int point = 0; point < evidence.points(); point++) {
      usurped.add(new BitMatrix(evidence.size(point), requests.columns()));
    }
    Map<Sharing, List<Integer>> sharing = new LinkedHashMap<>();
    for (int row = 0; row < requests.rows(); row++) {
      if (isDenied(row)) {
        mark(row, sharing);
      }
    }
    sharing.forEach((routes, rows) -> mark(routes.distinct(), rows));
  }

  /** Routes that all requests of a user can take. */
  private record Sharing(RouteTemplate template, int user) {
    Set<ClassRoute> distinct() {
      return new LinkedHashSet<>(template.of(user));
    }
  }

  /** Whether some request of the row is denied; the others need no cheating. */
  private boolean isDenied(int row) {
    for (int word = 0; word < escaping.wordsPerRow(); word++) {
      if (truth.denied().word(row, word) != 0) {
        return true;
      }
    }
    return false;
  }

  private void mark(int row, Map<Sharing, List<Integer>> sharing) {
    int user = requests.user(row);
    for (RouteTemplate template : evidence.templates(row)) {
      if (template.isShared()) {
        sharing.computeIfAbsent(new Sharing(template, user), any -> new ArrayList<>()).add(row);
      } else if (letsPass(template, row, user)) {
        mark(row, template.of(user));
      }
    }
  }

  /** Whether a denied request of the row passes, as seldom any does: routes are made only then. */
  private boolean letsPass(RouteTemplate template, int row, int user) {
    for (int word = 0; word < escaping.wordsPerRow(); word++) {
      long denied = truth.denied().word(row, word);
      if (denied != 0 && (denied & template.passable(admission, user, word)) != 0) {
        return true;
      }
    }
    return false;
  }

  private void mark(int row, List<ClassRoute> routes) {
    ClassRoute honest = evidence.honest(row);
    for (ClassRoute route : routes) {
      if (!route.equals(honest)) {
        mark(row, route);
      }
    }
  }

  private void mark(int row, ClassRoute route) {
    for (int word = 0; word < escaping.wordsPerRow(); word++) {
      long bits = truth.denied().word(row, word) & admission.passable(route, word);
      escaping.or(row, word, bits);
      usurp(route, word, bits);
    }
  }

  private void usurp(ClassRoute route, int word, long bits) {
    for (ClassRoute.Stop stop : route.stops()) {
      usurped.get(stop.point()).or(stop.evidenceClass(), word, bits);
    }
  }

  /** All routes for all rows but those on which a row is honest, in the time of a sum. */
  private void mark(Set<ClassRoute> routes, List<Integer> rows) {
    Map<ClassRoute, List<Integer>> honest = new HashMap<>();
    rows.forEach(
        row -> honest.computeIfAbsent(evidence.honest(row), any -> new ArrayList<>()).add(row));
    for (int word = 0; word < escaping.wordsPerRow(); word++) {
      mark(routes, rows, honest, word);
    }
  }

  private void mark(
      Set<ClassRoute> routes, List<Integer> rows, Map<ClassRoute, List<Integer>> honest, int word) {
    Bits denied = new Bits();
    rows.forEach(row -> denied.add(truth.denied().word(row, word)));
    Bits passed = new Bits();
    for (ClassRoute route : routes) {
      long passable = admission.passable(route, word);
      passed.add(passable);
      usurp(
          route,
          word,
          passable & denied(rows, denied, honest.getOrDefault(route, List.of()), word));
    }
    honest.forEach(
        (route, same) -> {
          long others =
              routes.contains(route)
                  ? passed.without(admission.passable(route, word))
                  : passed.once;
          same.forEach(row -> escaping.or(row, word, truth.denied().word(row, word) & others));
        });
  }

  /** What is denied of the rows that don't take the route honestly. */
  private long denied(List<Integer> rows, Bits denied, List<Integer> honest, int word) {
    if (honest.isEmpty()) {
      return denied.once;
    }
    return honest.size() == 1
        ? denied.without(truth.denied().word(honest.get(0), word))
        : rows.stream()
            .filter(row -> !honest.contains(row))
            .mapToLong(row -> truth.denied().word(row, word))
            .reduce(0, (one, other) -> one | other);
  }

  /** Words put together. */
  private static final class Bits {
    private long once;
    private long twice;

    void add(long bits) {
      twice |= once & bits;
      once |= bits;
    }

    /** The bits of all but one of the words. */
    long without(long one) {
      return twice | (once & ~one);
    }
  }

  /** The denied requests of the row that can be presented as permitted ones. */
  public long escaping(int row, int word) {
    return escaping.word(row, word);
  }

  /** The targets for which a denied request can be presented as one of the row's, at some point. */
  long usurped(int row, int word) {
    long bits = 0;
    for (int point = 0; point < usurped.size(); point++) {
      int evidenceClass = evidence.classOf(point, row);
      if (evidenceClass != EvidenceClasses.NOT_PASSED) {
        bits |= usurped.get(point).word(evidenceClass, word);
      }
    }
    return bits;
  }

  /** Whether the caller of the denied request can present it as a permitted one. */
  public boolean escapes(Request request) {
    return escaping.get(requests.rowOf(request), requests.columnOf(request));
  }
}
