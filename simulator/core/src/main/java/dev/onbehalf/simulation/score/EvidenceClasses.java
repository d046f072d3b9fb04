package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The rows of the table sorted, point by point, by the evidence that they show there. */
public final class EvidenceClasses {
  /** The class of a row at a point that its requests don't pass. */
  static final int NOT_PASSED = -1;

  private final RequestClasses requests;
  private final List<PointClasses> points = new ArrayList<>();
  private final Map<RouteShape.Pattern, List<RouteShape>> cheats;
  private final Map<List<RouteShape.Seen>, List<ClassRoute>> withAnyWords = new HashMap<>();
  private final Map<Integer, List<ClassRoute>> masquerades = new HashMap<>();

  /** One list for all rows with the same routes. */
  private final Map<List<ClassRoute>, List<ClassRoute>> shared = new HashMap<>();

  /**
   * Sorts the rows.
   *
   * @param cheats what cheating callers can show instead of the honest evidence, by {@linkplain
   *     RouteShape#pattern the pattern of the request}
   */
  public EvidenceClasses(
      RequestClasses requests, Proof proof, Map<RouteShape.Pattern, List<RouteShape>> cheats) {
    this.requests = requests;
    this.cheats = cheats;
    for (Proof.Showing showing : proof.showings()) {
      points.add(new PointClasses(requests, showing));
    }
  }

  /** How many points there are. */
  public int points() {
    return points.size();
  }

  public Point point(int index) {
    return points.get(index).point();
  }

  /** The position of the point. */
  public int indexOf(Point point) {
    int index = 0;
    while (points.get(index).point() != point) {
      index++;
    }
    return index;
  }

  /** The last point, where every call ends. */
  public int resource() {
    return points.size() - 1;
  }

  /** How many classes there are at a point. */
  public int size(int point) {
    return points.get(point).size();
  }

  /** The class of the row at a point, or {@link #NOT_PASSED}. */
  public int classOf(int point, int row) {
    return points.get(point).classOf(row);
  }

  /** Whether the row's honest calls have nothing to show, as any stranger has. */
  public boolean showsNothing(int row) {
    return classOf(resource(), row) == NOT_PASSED;
  }

  public SortedMap<String, String> evidence(int point, int evidenceClass) {
    return points.get(point).evidence(evidenceClass);
  }

  /** The rows of each class at a point, in order. */
  public int[][] rowsOfClass(int point) {
    return points.get(point).rowsOfClass();
  }

  /** The route of an honest call. */
  public ClassRoute honest(int row) {
    List<ClassRoute.Stop> stops = new ArrayList<>();
    for (int point = 0; point < points.size(); point++) {
      if (classOf(point, row) != NOT_PASSED) {
        stops.add(new ClassRoute.Stop(point, classOf(point, row)));
      }
    }
    return new ClassRoute(stops, false);
  }

  /** The routes, other than the honest one, that a caller can give the row's requests. */
  public List<ClassRoute> masquerades(int row) {
    return masquerades.computeIfAbsent(row, this::shareMasquerades);
  }

  private List<ClassRoute> shareMasquerades(int row) {
    ClassRoute honest = honest(row);
    List<ClassRoute> routes =
        requests
            .sharing(row)
            .boxed()
            .flatMap(this::routes)
            .filter(route -> !route.equals(honest))
            .distinct()
            .toList();
    return shared.computeIfAbsent(routes, same -> same);
  }

  /** The routes of the shape for the row's requests; none where some evidence is nobody's. */
  public List<ClassRoute> routes(RouteShape shape, int row) {
    return resolve(shape, requests.representative(row, 0));
  }

  private Stream<ClassRoute> routes(int row) {
    Request request = requests.representative(row, 0);
    List<RouteShape> shapes = cheats.getOrDefault(RouteShape.pattern(request), List.of());
    return Stream.concat(
        Stream.of(honest(row)), shapes.stream().flatMap(shape -> resolve(shape, request).stream()));
  }

  private List<ClassRoute> resolve(RouteShape shape, Request request) {
    List<RouteShape.Seen> seen = shape.of(request);
    List<EvidenceShape.Choice> open = shape.choices();
    return open.isEmpty()
        ? resolve(seen, false)
        : withAnyWords.computeIfAbsent(seen, any -> resolveWithAnyWords(seen, open, false));
  }

  /** Within a class of several words, one can always write another one. */
  private List<ClassRoute> resolveWithAnyWords(
      List<RouteShape.Seen> seen, List<EvidenceShape.Choice> open, boolean namesakes) {
    if (open.isEmpty()) {
      return resolve(seen, namesakes);
    }
    EvidenceShape.Choice choice = open.get(0);
    List<ClassRoute> routes = new ArrayList<>();
    for (UnsignedWords.Word word : UnsignedWords.classes(choice.attribute(), requests)) {
      routes.addAll(
          resolveWithAnyWords(
              seen.stream().map(one -> one.choosing(choice, word.value())).toList(),
              open.subList(1, open.size()),
              namesakes || word.hasNamesakes()));
    }
    return routes;
  }

  private List<ClassRoute> resolve(List<RouteShape.Seen> seen, boolean namesakes) {
    List<ClassRoute.Stop> stops = new ArrayList<>();
    for (RouteShape.Seen one : seen) {
      int point = indexOf(one.point());
      int evidenceClass = points.get(point).find(one.evidence());
      if (evidenceClass == NOT_PASSED) {
        return List.of();
      }
      stops.add(new ClassRoute.Stop(point, evidenceClass));
    }
    return List.of(new ClassRoute(stops, namesakes));
  }
}
