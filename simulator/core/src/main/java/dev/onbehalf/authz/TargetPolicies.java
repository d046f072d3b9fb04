package dev.onbehalf.authz;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Contexts;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.PolicyMatches;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Target;
import dev.onbehalf.scenario.Truth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the policies say of one action on one resource. Users whom all of them treat alike are asked
 * about once, and so are agents.
 */
final class TargetPolicies {
  private final Scenario scenario;
  private final KnownCallers callers;
  private final Target target;
  private final PolicyMatches matches;
  private Optional<List<String>> unlikeUsers = Optional.empty();
  private Optional<List<List<String>>> unlikePaths = Optional.empty();

  TargetPolicies(Scenario scenario, KnownCallers callers, Target target) {
    this.scenario = scenario;
    this.callers = callers;
    this.target = target;
    matches = new PolicyMatches(scenario, clause -> clause.matchesTarget(target));
  }

  /** Found where evidence is seen that names no user. */
  private List<String> unlikeUsers() {
    List<String> users = unlikeUsers.orElseGet(() -> unlike(scenario.users(), matches::ofUser));
    unlikeUsers = Optional.of(users);
    return users;
  }

  /** Found where evidence is seen that tells nothing of agents. */
  private List<List<String>> unlikePaths() {
    List<List<String>> paths =
        unlikePaths.orElseGet(() -> unlike(callers.paths(), matches::likeness));
    unlikePaths = Optional.of(paths);
    return paths;
  }

  private static <T> List<T> unlike(List<T> members, Function<T, Object> likeness) {
    Map<Object, T> first = new LinkedHashMap<>();
    members.forEach(member -> first.putIfAbsent(likeness.apply(member), member));
    return List.copyOf(first.values());
  }

  /**
   * A request that may be behind a sight, standing for all that the policies treat alike.
   *
   * @param matching the positions of the clauses that match it
   */
  record Candidate(Request request, BitSet matching, Truth truth) {}

  /** The requests of which the point sees just this, one for all that are treated alike. */
  List<Candidate> candidates(Sight sight) {
    List<SortedMap<String, String>> contexts = contexts(sight).stream().toList();
    // What a call shows for nobody needn't be what it shows for users.
    return contexts.isEmpty()
        ? List.of()
        : Stream.of(users(sight), nobody(sight))
            .filter(users -> !users.isEmpty())
            .flatMap(users -> candidates(sight, users, contexts))
            .toList();
  }

  private Stream<Candidate> candidates(
      Sight sight, List<String> users, List<SortedMap<String, String>> contexts) {
    // All users and contexts are as they are shown, so that one of each speaks for the path; and
    // all paths through agents that look alike are, or none is.
    Map<Boolean, Boolean> shown = new HashMap<>();
    return paths(sight, users.get(0)).stream()
        .filter(
            path ->
                shown.computeIfAbsent(
                    path.isEmpty(),
                    any -> sight.isOf(request(users.get(0), path, contexts.get(0)))))
        .flatMap(path -> users.stream().flatMap(user -> candidates(user, path, contexts)));
  }

  private Stream<Candidate> candidates(
      String user, List<String> path, List<SortedMap<String, String>> contexts) {
    return contexts.stream().map(context -> candidate(request(user, path, context)));
  }

  private Request request(String user, List<String> path, SortedMap<String, String> context) {
    return new Request(user, path, target.resource(), target.action(), context);
  }

  private Candidate candidate(Request request) {
    BitSet matching = (BitSet) matches.ofPath(request.via()).clone();
    matching.and(matches.ofThisUser(request.user()));
    matching.and(matches.ofContext(request.context()));
    return new Candidate(request, matching, matches.truth(matching));
  }

  private List<String> users(Sight sight) {
    return Optional.ofNullable(sight.shown().get(Attributes.USER))
        .map(user -> callers.hasUser(user) ? List.of(user) : List.<String>of())
        .orElseGet(this::unlikeUsers);
  }

  private List<String> nobody(Sight sight) {
    String shown = sight.shown().getOrDefault(Attributes.USER, Keywords.NOBODY);
    return callers.hasNobody() && shown.equals(Keywords.NOBODY)
        ? List.of(Keywords.NOBODY)
        : List.of();
  }

  private List<List<String>> paths(Sight sight, String user) {
    return sight.tellsOfAgents() ? callers.paths(sight, user) : unlikePaths();
  }

  private Contexts contexts(Sight sight) {
    return new Contexts(
        scenario.context().stream()
            .map(one -> new ContextAttribute(one.name(), values(one, sight), one.knownTo()))
            .toList());
  }

  /** The value that is shown, if it is one; every one that policies ask for, else any. */
  private List<String> values(ContextAttribute attribute, Sight sight) {
    String shown = sight.shown().get(Attributes.context(attribute.name()));
    if (shown != null) {
      return attribute.values().contains(shown) ? List.of(shown) : List.of();
    }
    return matches.dependOn(attribute.name())
        ? attribute.values()
        : attribute.values().subList(0, 1);
  }

  /** The policies that permit one of the permitted requests. */
  List<Policy> permitting(List<Candidate> candidates) {
    return matching(candidates.stream().filter(one -> one.truth() == Truth.PERMITTED), Effect.MAY);
  }

  /** The policies that prohibit one of the requests. */
  List<Policy> denying(List<Candidate> candidates) {
    return matching(candidates.stream(), Effect.MAY_NOT);
  }

  private List<Policy> matching(Stream<Candidate> candidates, Effect effect) {
    BitSet matching = new BitSet();
    candidates.map(Candidate::matching).distinct().forEach(matching::or);
    matching.and(matches.ofEffect(effect));
    return matches.policies(matching);
  }
}
