package dev.onbehalf.simulation.score;

import dev.onbehalf.simulation.score.NaiveProof.NaiveSight;
import dev.onbehalf.simulation.score.NaiveWorld.NaivePolicy;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Scores a proof on a world by definition and request by request. */
final class NaiveScorer {
  private final NaiveWorld world;
  private final NaiveProof proof;
  private final Map<NaiveRequest, Character> truths = new LinkedHashMap<>();

  /** A number for each sight of a target: numbers are quicker to look up. */
  private final Map<List<Object>, Integer> numbers = new HashMap<>();

  private final Map<NaiveRequest, List<Integer>> keys = new LinkedHashMap<>();
  private final Set<Integer> permitted = new HashSet<>();
  private final Set<NaiveRequest> leaked = new HashSet<>();
  private final Set<Integer> contested = new HashSet<>();
  private final Set<NaiveRequest> escaped = new HashSet<>();
  private final Set<Integer> usurped = new HashSet<>();

  NaiveScorer(NaiveWorld world, NaiveProof proof) {
    this.world = world;
    this.proof = proof;
    for (NaiveRequest request : world.requests()) {
      truths.put(request, world.truth(request));
      keys.put(request, keys(proof.honest(request, world), request));
      if (truth(request) == '+') {
        permitted.addAll(keys(request));
      }
    }
    for (NaiveRequest request : requests('-')) {
      if (passes(request)) {
        leaked.add(request);
        contested.addAll(keys(request));
      }
      cheat(request);
    }
  }

  private List<NaiveRequest> requests(char truth) {
    return truths.keySet().stream().filter(request -> truth(request) == truth).toList();
  }

  private char truth(NaiveRequest request) {
    return Objects.requireNonNull(truths.get(request));
  }

  private List<Integer> keys(NaiveRequest request) {
    return Objects.requireNonNull(keys.get(request));
  }

  private List<Integer> keys(List<NaiveSight> sights, NaiveRequest request) {
    return sights.stream()
        .map(sight -> number(List.of(sight, request.resource(), request.action())))
        .toList();
  }

  private Integer number(List<Object> key) {
    return numbers.computeIfAbsent(key, any -> numbers.size());
  }

  private void cheat(NaiveRequest request) {
    for (List<NaiveSight> route : routes(request)) {
      List<Integer> seen = keys(route, request);
      if (!seen.equals(keys(request)) && permitted.containsAll(seen)) {
        escaped.add(request);
        usurped.addAll(seen);
      }
    }
  }

  /** What shows nothing is denied, as any stranger can show nothing. */
  private boolean passes(NaiveRequest request) {
    return !keys(request).isEmpty() && permitted.containsAll(keys(request));
  }

  private List<List<NaiveSight>> routes(NaiveRequest request) {
    List<List<NaiveSight>> routes = new ArrayList<>();
    // Most worlds have no agent beside its user, and each look at all requests costs.
    List<NaiveRequest> sharing =
        world.localAgents().isEmpty() ? List.of(request) : world.sharing(request);
    for (NaiveRequest other : sharing) {
      routes.add(proof.honest(other, world));
      routes.addAll(proof.cheating(other, world.words(), world));
    }
    return routes;
  }

  /** What the points answer together: D, I or P. */
  char decision(NaiveRequest request) {
    if (!passes(request)) {
      return 'D';
    }
    return isContested(request) ? 'I' : 'P';
  }

  private boolean isContested(NaiveRequest request) {
    return keys(request).isEmpty() || keys(request).stream().anyMatch(contested::contains);
  }

  NaiveScore score() {
    List<NaivePolicyScore> policies = world.policies().stream().map(this::score).toList();
    List<NaiveRequest> wronglyDenied = requests('+').stream().filter(this::isContested).toList();
    return new NaiveScore(
        truths.size(), policies, wronglyDenied.size(), leaked.size(), fewest(wronglyDenied));
  }

  private NaivePolicyScore score(NaivePolicy policy) {
    List<NaiveRequest> scope =
        requests(policy.may() ? '+' : '-').stream()
            .filter(request -> world.matches(policy, request))
            .toList();
    boolean enforced =
        !scope.isEmpty()
            && scope.stream().noneMatch(policy.may() ? this::isContested : leaked::contains);
    boolean spoiled =
        scope.stream()
            .anyMatch(
                request ->
                    policy.may()
                        ? keys(request).stream().anyMatch(usurped::contains)
                        : escaped.contains(request));
    Set<Integer> points = new TreeSet<>();
    if (enforced) {
      scope.forEach(request -> points.addAll(answering(request)));
    }
    return new NaivePolicyScore(scope.size(), enforced, enforced && !spoiled, List.copyOf(points));
  }

  private List<Integer> answering(NaiveRequest request) {
    if (keys(request).isEmpty()) {
      return List.of(proof.points().size() - 1);
    }
    List<Integer> answering = new ArrayList<>();
    for (NaiveSight sight : proof.honest(request, world)) {
      boolean passes = permitted.containsAll(keys(List.of(sight), request));
      if (truth(request) == '+' || !passes) {
        answering.add(sight.point());
      }
      if (!passes) {
        break;
      }
    }
    return answering;
  }

  /** Groups what leaked requests link, and takes the lesser evil in each group. */
  private long fewest(List<NaiveRequest> wronglyDenied) {
    Set<NaiveRequest> left = new HashSet<>(leaked);
    long fewest = wronglyDenied.stream().filter(request -> keys(request).isEmpty()).count();
    while (!left.isEmpty()) {
      Set<Integer> group = new HashSet<>(keys(left.iterator().next()));
      long denied = 0;
      for (List<NaiveRequest> linked = linked(left, group);
          !linked.isEmpty();
          linked = linked(left, group)) {
        linked.forEach(request -> group.addAll(keys(request)));
        left.removeAll(linked);
        denied += linked.size();
      }
      fewest += Math.min(denied, linked(wronglyDenied, group).size());
    }
    return fewest;
  }

  private List<NaiveRequest> linked(Iterable<NaiveRequest> requests, Set<Integer> group) {
    List<NaiveRequest> linked = new ArrayList<>();
    for (NaiveRequest request : requests) {
      if (keys(request).stream().anyMatch(group::contains)) {
        linked.add(request);
      }
    }
    return linked;
  }

  /** What the naive reference found. */
  record NaiveScore(
      long requests,
      List<NaivePolicyScore> policies,
      long wronglyDenied,
      long wronglyPermitted,
      long fewestWrong) {}

  /** What it found of one policy. */
  record NaivePolicyScore(
      long scope, boolean enforced, boolean withstands, List<Integer> enforcedAt) {}
}
