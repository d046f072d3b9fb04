package dev.onbehalf.simulation.live;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.simulation.result.AttackFacts.NamedCalls;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What the points log of calls, and whom it names to a reader who knows what every caller can show:
 * a user if nobody can leave the same lines in somebody else's call, and likewise an agent.
 */
final class LogBook {
  private final List<String> believed;
  private final Map<Line, Set<Request>> showing = new HashMap<>();

  LogBook(Proof proof) {
    believed = proof.believed();
  }

  private record Line(Point point, SortedMap<String, String> shown, Target target) {}

  private Line line(Visit visit, Target target) {
    return new Line(visit.point(), visit.evidence().deciding(believed), target);
  }

  /** Notes the lines that a request can leave, whether it is let in or not. */
  void note(Request request, Collection<List<Visit>> ways) {
    ways.stream()
        .flatMap(List::stream)
        .map(visit -> line(visit, request.target()))
        .forEach(line -> showing.computeIfAbsent(line, any -> new HashSet<>()).add(request));
  }

  /**
   * How many calls are named in whichever way they are made.
   *
   * @param calls with the ways in which they are let in
   * @param log of which point; of all together if empty
   */
  NamedCalls named(Map<Request, List<List<Visit>>> calls, Optional<Point> log) {
    long user = 0;
    long agent = 0;
    long both = 0;
    for (Map.Entry<Request, List<List<Visit>>> call : calls.entrySet()) {
      List<Set<Request>> candidates =
          call.getValue().stream().map(way -> candidates(way, call.getKey(), log)).toList();
      boolean namesUser = candidates.stream().allMatch(one -> isOne(one, Request::user));
      boolean namesAgent =
          candidates.stream()
              .allMatch(one -> isOne(one, request -> Proof.Showing.presenter(request.via())));
      user += namesUser ? 1 : 0;
      agent += namesAgent ? 1 : 0;
      both += namesUser && namesAgent ? 1 : 0;
    }
    return new NamedCalls(user, agent, both);
  }

  private static boolean isOne(Set<Request> candidates, Function<Request, String> name) {
    return candidates.stream().map(name).distinct().count() == 1;
  }

  /** Whose call may have left the lines; nobody's where there is none. */
  private Set<Request> candidates(List<Visit> way, Request request, Optional<Point> log) {
    return way.stream()
        .filter(visit -> log.isEmpty() || log.get() == visit.point())
        .map(visit -> showing.getOrDefault(line(visit, request.target()), Set.of()))
        .reduce(
            (one, other) -> {
              Set<Request> common = new HashSet<>(one);
              common.retainAll(other);
              return common;
            })
        .orElse(Set.of());
  }
}
