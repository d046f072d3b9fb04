package dev.onbehalf.simulation.score;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The rows of the table sorted, point by point, by the evidence that they show there. */
public final class EvidenceClasses {
  /** The class of a row at a point that its requests don't pass. */
  static final int NOT_PASSED = -1;

  private final RequestClasses requests;
  private final List<PointClasses> points = new ArrayList<>();
  private final Map<RouteShape.Pattern, List<RouteShape>> cheats;
  private final Map<List<RouteShape.Seen>, List<ClassRoute>> withAnyWords = new HashMap<>();
  private final Map<Integer, List<RouteTemplate>> templates = new HashMap<>();
  private final Map<RouteShape, RouteTemplate> words = new HashMap<>();

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
    ClassRoute honest = honest(row);
    Set<ClassRoute> routes = new LinkedHashSet<>();
    templates(row).forEach(template -> routes.addAll(template.of(requests.user(row))));
    routes.remove(honest);
    return List.copyOf(routes);
  }

  /** Users differ in nothing but their names, so that one foretells the routes of all others. */
  List<RouteTemplate> templates(int row) {
    int caller = requests.isForNobody(row) ? 1 : 0;
    int place =
        (caller * requests.paths().size() + requests.path(row)) * requests.contexts().size();
    return templates.computeIfAbsent(place + requests.context(row), any -> newTemplates(row));
  }

  private List<RouteTemplate> newTemplates(int row) {
    List<RouteTemplate> made = new ArrayList<>();
    for (int shared : requests.sharing(row).toArray()) {
      made.add(ofHonest(shared));
      Request request = requests.representative(shared, 0);
      for (RouteShape shape : cheats.getOrDefault(RouteShape.pattern(request), List.of())) {
        made.add(ofShape(shape, shared, request));
      }
    }
    return made;
  }

  private RouteTemplate ofHonest(int row) {
    List<RouteTemplate.Stop> stops = new ArrayList<>();
    for (int point = 0; point < points.size(); point++) {
      if (classOf(point, row) != NOT_PASSED) {
        stops.add(points.get(point).template(point, row));
      }
    }
    return new RouteTemplate.Following(points, stops);
  }

  private RouteTemplate ofShape(RouteShape shape, int row, Request request) {
    boolean leavesOpen = shape.leavesOpen();
    if (leavesOpen && shape.isOfUserAlone()) {
      int path = requests.path(row);
      int context = requests.context(row);
      return words.computeIfAbsent(
          shape,
          any -> new RouteTemplate.Words(user -> routes(shape, requests.row(user, path, context))));
    }
    if (!shape.namesUser()) {
      return new RouteTemplate.Fixed(resolve(shape, request));
    }
    if (leavesOpen || !shape.namesUserAsSuch()) {
      return user -> routes(shape, requests.row(user, requests.path(row), requests.context(row)));
    }
    List<RouteTemplate.Stop> stops = new ArrayList<>();
    for (RouteShape.Seen one : shape.of(request)) {
      int point = indexOf(one.point());
      Optional<RouteTemplate.Stop> stop = points.get(point).template(point, one.evidence());
      if (stop.isEmpty()) {
        return new RouteTemplate.Fixed(List.of());
      }
      stops.add(stop.get());
    }
    return new RouteTemplate.Following(points, stops);
  }

  /** The routes of the shape for the row's requests; none where some evidence is nobody's. */
  public List<ClassRoute> routes(RouteShape shape, int row) {
    return resolve(shape, requests.representative(row, 0));
  }

  private List<ClassRoute> resolve(RouteShape shape, Request request) {
    List<RouteShape.Seen> seen = shape.of(request);
    return shape.leavesOpen()
        ? withAnyWords.computeIfAbsent(
            seen, any -> resolveWithAnyWords(seen, shape.choices(), false))
        : resolve(seen, false);
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
