package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What an action on a resource needs, straight from the definition: by looking at all its requests,
 * pair by pair and in threes.
 *
 * @param hidden the context attributes that a check of the user doesn't know
 */
record NaiveBoundary(List<NaiveRequest> permitted, List<NaiveRequest> denied, Set<String> hidden) {
  private static final int MOST_FOR_BRUTE_FORCE = 6;

  static NaiveBoundary of(NaiveWorld world, String resource, String action) {
    Set<String> hidden = new HashSet<>(world.context().keySet());
    hidden.removeIf(attribute -> !world.knownTo(attribute).equals("resource"));
    List<NaiveRequest> requests =
        world.requests().stream()
            .filter(r -> r.resource().equals(resource) && r.action().equals(action))
            .toList();
    return new NaiveBoundary(
        requests.stream().filter(r -> world.truth(r) == '+').toList(),
        requests.stream().filter(r -> world.truth(r) == '-').toList(),
        hidden);
  }

  Need needs() {
    if (permitted.isEmpty() || denied.isEmpty()) {
      return Need.NONE;
    }
    if (!exists(permitted, denied, this::sameForUserCheck)) {
      return Need.USER;
    }
    NaiveBoundary agents = behindAgents();
    if (!exists(agents.permitted, agents.denied, NaiveBoundary::sameForPathCheck)) {
      return Need.PATH;
    }
    if (!confusesAny()) {
      return Need.TWO_CHECKS;
    }
    return agents.confusesAny() ? Need.JOINT : Need.GATED;
  }

  private NaiveBoundary behindAgents() {
    Predicate<NaiveRequest> viaAgents = request -> !request.via().isEmpty();
    return new NaiveBoundary(
        permitted.stream().filter(viaAgents).toList(),
        denied.stream().filter(viaAgents).toList(),
        hidden);
  }

  private boolean confusesAny() {
    return denied.stream()
        .anyMatch(
            d ->
                permitted.stream().anyMatch(p -> sameForUserCheck(p, d))
                    && permitted.stream().anyMatch(p -> sameForPathCheck(p, d)));
  }

  boolean sameForUserCheck(NaiveRequest one, NaiveRequest other) {
    return userCheck(one).equals(userCheck(other));
  }

  static boolean sameForPathCheck(NaiveRequest one, NaiveRequest other) {
    return pathCheck(one).equals(pathCheck(other));
  }

  private List<Object> userCheck(NaiveRequest request) {
    Map<String, String> known = new TreeMap<>(request.context());
    known.keySet().removeAll(hidden);
    return List.of(request.user(), known);
  }

  private static List<Object> pathCheck(NaiveRequest request) {
    return List.of(request.via(), request.context());
  }

  /** Whether there are so few users that the doors can be counted by trying everything. */
  boolean isTiny() {
    return permitted.stream().map(this::userCheck).distinct().count() <= MOST_FOR_BRUTE_FORCE;
  }

  /** The fewest doors, by trying more and more of all that there can be. */
  int doors() {
    List<Set<NaiveRequest>> doors = allDoors();
    int count = 0;
    while (!cover(doors, permitted, count)) {
      count++;
    }
    return count;
  }

  /** For every list of users what it lets in with the longest list of paths. */
  private List<Set<NaiveRequest>> allDoors() {
    List<Set<List<Object>>> lists = new ArrayList<>(List.of(Set.of()));
    for (List<Object> user : permitted.stream().map(this::userCheck).distinct().toList()) {
      for (Set<List<Object>> shorter : List.copyOf(lists)) {
        Set<List<Object>> longer = new HashSet<>(shorter);
        longer.add(user);
        lists.add(longer);
      }
    }
    return lists.stream().map(this::door).toList();
  }

  private Set<NaiveRequest> door(Set<List<Object>> users) {
    Predicate<NaiveRequest> listed = request -> users.contains(userCheck(request));
    Set<List<Object>> closed = new HashSet<>();
    denied.stream().filter(listed).forEach(request -> closed.add(pathCheck(request)));
    Set<NaiveRequest> in = new HashSet<>();
    permitted.stream()
        .filter(listed.and(request -> !closed.contains(pathCheck(request))))
        .forEach(in::add);
    return in;
  }

  private static boolean cover(
      List<Set<NaiveRequest>> doors, List<NaiveRequest> requests, int count) {
    if (requests.isEmpty() || count == 0) {
      return requests.isEmpty();
    }
    return doors.stream()
        .filter(door -> door.contains(requests.get(0)))
        .anyMatch(
            door ->
                cover(doors, requests.stream().filter(r -> !door.contains(r)).toList(), count - 1));
  }

  private static boolean exists(
      List<NaiveRequest> some,
      List<NaiveRequest> others,
      BiPredicate<NaiveRequest, NaiveRequest> pair) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(other -> pair.test(one, other)));
  }
}
