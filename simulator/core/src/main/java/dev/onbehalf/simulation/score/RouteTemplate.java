package dev.onbehalf.simulation.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The routes on a path in a context, with the user left open. */
interface RouteTemplate {
  /** The routes of the user's requests; none where some evidence is nobody's. */
  List<ClassRoute> of(int user);

  /** The targets for which every point lets one of the routes pass, when in doubt. */
  default long passable(Admission admission, int user, int word) {
    long passable = 0;
    for (ClassRoute route : of(user)) {
      passable |= admission.passable(route, word);
    }
    return passable;
  }

  /** Whether many rows of a user share it, since it doesn't matter where the user calls from. */
  default boolean isShared() {
    return false;
  }

  /** The routes on which a caller writes what it likes, those of each user once. */
  final class Words implements RouteTemplate {
    private final IntFunction<List<ClassRoute>> routes;
    private final Map<Integer, List<ClassRoute>> known = new HashMap<>();

    Words(IntFunction<List<ClassRoute>> routes) {
      this.routes = routes;
    }

    @Override
    public List<ClassRoute> of(int user) {
      return known.computeIfAbsent(user, any -> routes.apply(user));
    }

    @Override
    public boolean isShared() {
      return true;
    }
  }

  /** What a point sees, whoever the user is. */
  record Fixed(List<ClassRoute> routes) implements RouteTemplate {
    public Fixed {
      routes = List.copyOf(routes);
    }

    @Override
    public List<ClassRoute> of(int user) {
      return routes;
    }
  }

  /** What a point sees beside the user. */
  record Stop(int point, int remainder) {}

  /** One route, on which some points learn the user. */
  record Following(List<PointClasses> points, List<Stop> stops) implements RouteTemplate {
    public Following {
      stops = List.copyOf(stops);
    }

    @Override
    public List<ClassRoute> of(int user) {
      List<ClassRoute.Stop> seen = new ArrayList<>(stops.size());
      for (Stop stop : stops) {
        int evidenceClass = points.get(stop.point()).classOf(stop.remainder(), user);
        if (evidenceClass == EvidenceClasses.NOT_PASSED) {
          return List.of();
        }
        seen.add(new ClassRoute.Stop(stop.point(), evidenceClass));
      }
      return List.of(new ClassRoute(seen, false));
    }

    @Override
    public long passable(Admission admission, int user, int word) {
      long passable = -1L;
      for (int i = 0; i < stops.size() && passable != 0; i++) {
        Stop stop = stops.get(i);
        int evidenceClass = points.get(stop.point()).classOf(stop.remainder(), user);
        passable &= admission.passable(stop.point(), evidenceClass, word);
      }
      return passable;
    }
  }
}
