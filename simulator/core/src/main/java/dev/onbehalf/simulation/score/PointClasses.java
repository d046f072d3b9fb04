package dev.onbehalf.simulation.score;

import dev.onbehalf.authz.Sight;
import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of the table sorted by the evidence that they show at one point. But for the user, rows
 * of the same path and context show the same, which is looked at once.
 */
final class PointClasses {
  private static final int NONE = -1;

  private final RequestClasses requests;
  private final Proof.Showing showing;
  private final int[] classOf;

  /** What is shown beside the user, each with a number. */
  private final Map<Remainder, Integer> remainders = new HashMap<>();

  /** By whether it is nobody who calls. */
  private final Map<Boolean, int[]> remaindersOf = new HashMap<>();

  /** By the number of a remainder, and by the user if there is one, the class that shows it. */
  private final List<int[]> classes = new ArrayList<>();

  private final List<Integer> firstRows = new ArrayList<>();

  PointClasses(RequestClasses requests, Proof.Showing showing) {
    this.requests = requests;
    this.showing = showing;
    classOf = new int[requests.rows()];
    for (int user = 0; user < requests.users().size(); user++) {
      int first = requests.row(user, 0, 0);
      int[] remainderOf = remaindersOf(first);
      for (int i = 0; i < remainderOf.length; i++) {
        classOf[first + i] =
            remainderOf[i] == NONE
                ? EvidenceClasses.NOT_PASSED
                : findOrAdd(remainderOf[i], user, first + i);
      }
    }
  }

  /** Of every path and context the number of what the user of the row shows there. */
  private int[] remaindersOf(int row) {
    return remaindersOf.computeIfAbsent(
        requests.isForNobody(row), any -> remainders(requests.row(requests.user(row), 0, 0)));
  }

  /** Evidence without the user, and whether there is one. */
  private record Remainder(boolean ofUser, SortedMap<String, String> others) {}

  private int[] remainders(int first) {
    int[] numbers = new int[requests.paths().size() * requests.contexts().size()];
    for (int i = 0; i < numbers.length; i++) {
      Request request = requests.representative(first + i, 0);
      numbers[i] =
          showing.isPassedBy(request.user(), request.via())
              ? number(Sight.of(showing, request).shown())
              : NONE;
    }
    return numbers;
  }

  private int number(SortedMap<String, String> shown) {
    return remainders.computeIfAbsent(remainder(shown), this::add);
  }

  private int add(Remainder remainder) {
    int[] none = new int[remainder.ofUser() ? requests.users().size() : 1];
    Arrays.fill(none, NONE);
    classes.add(none);
    return classes.size() - 1;
  }

  private static Remainder remainder(SortedMap<String, String> shown) {
    SortedMap<String, String> others = new TreeMap<>(shown);
    boolean ofUser = others.remove(Attributes.USER) != null;
    return new Remainder(ofUser, others);
  }

  private int findOrAdd(int remainder, int user, int row) {
    int[] known = classes.get(remainder);
    int place = known.length == 1 ? 0 : user;
    if (known[place] == NONE) {
      known[place] = firstRows.size();
      firstRows.add(row);
    }
    return known[place];
  }

  /** What the point sees of the row, with the user left open. */
  RouteTemplate.Stop template(int point, int row) {
    int[] numbers = remaindersOf(row);
    return new RouteTemplate.Stop(point, numbers[row % numbers.length]);
  }

  /** The evidence with the user, if there is one, left open; empty when nobody shows it. */
  Optional<RouteTemplate.Stop> template(int point, SortedMap<String, String> shown) {
    return Optional.ofNullable(remainders.get(remainder(shown)))
        .map(number -> new RouteTemplate.Stop(point, number));
  }

  /** The class in which the user shows the remainder; not passed when nobody does. */
  int classOf(int remainder, int user) {
    int[] known = classes.get(remainder);
    return known[known.length == 1 ? 0 : user];
  }

  Point point() {
    return showing.point();
  }

  int size() {
    return firstRows.size();
  }

  int classOf(int row) {
    return classOf[row];
  }

  /** The class that shows the evidence; {@link EvidenceClasses#NOT_PASSED} when none does. */
  int find(SortedMap<String, String> shown) {
    int remainder = remainders.getOrDefault(remainder(shown), NONE);
    if (remainder == NONE) {
      return EvidenceClasses.NOT_PASSED;
    }
    String user = shown.get(Attributes.USER);
    int place = user == null ? 0 : requests.users().indexOf(user);
    return place == NONE ? EvidenceClasses.NOT_PASSED : classes.get(remainder)[place];
  }

  SortedMap<String, String> evidence(int evidenceClass) {
    return Sight.of(showing, requests.representative(firstRows.get(evidenceClass), 0)).shown();
  }

  /** The rows of each class, in order. */
  int[][] rowsOfClass() {
    int[] sizes = new int[size()];
    for (int of : classOf) {
      if (of != EvidenceClasses.NOT_PASSED) {
        sizes[of]++;
      }
    }
    int[][] rows = new int[sizes.length][];
    Arrays.setAll(rows, of -> new int[sizes[of]]);
    for (int row = classOf.length - 1; row >= 0; row--) {
      int of = classOf[row];
      if (of != EvidenceClasses.NOT_PASSED) {
        rows[of][--sizes[of]] = row;
      }
    }
    return rows;
  }
}
