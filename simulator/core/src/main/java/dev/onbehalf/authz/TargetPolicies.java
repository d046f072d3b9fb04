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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the policies say of one action on one resource. Users whom all of them treat alike are asked
 * about once, and so are agents.
 */
final class TargetPolicies {
  private static final Set<String> OF_AGENTS =
      Set.of(
          Attributes.AGENT, Attributes.FIRST_AGENT, Attributes.PRIOR_AGENTS, Attributes.IN_PERSON);

  private final Scenario scenario;
  private final Target target;
  private final PolicyMatches matches;
  private final List<String> unlikeUsers;
  private final boolean hasNobody;
  private final List<List<String>> paths;
  private final List<List<String>> unlikePaths;

  TargetPolicies(Scenario scenario, Target target) {
    this.scenario = scenario;
    this.target = target;
    matches = new PolicyMatches(scenario, clause -> clause.matchesTarget(target));
    unlikeUsers = unlike(scenario.users(), matches::ofUser);
    hasNobody = scenario.hasNobody();
    paths = scenario.paths();
    unlikePaths = unlike(paths, matches::likeness);
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
    // All users and contexts are as they are shown, so that one of each speaks for the path.
    return paths(sight).stream()
        .filter(path -> sight.isOf(request(users.get(0), path, contexts.get(0))))
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
    BitSet matching = (BitSet) matches.ofUser(request.user()).clone();
    matching.and(matches.ofPath(request.via()));
    matching.and(matches.ofContext(request.context()));
    return new Candidate(request, matching, matches.truth(matching));
  }

  private List<String> users(Sight sight) {
    return Optional.ofNullable(sight.shown().get(Attributes.USER))
        .map(user -> scenario.users().contains(user) ? List.of(user) : List.<String>of())
        .orElse(unlikeUsers);
  }

  private List<String> nobody(Sight sight) {
    String shown = sight.shown().getOrDefault(Attributes.USER, Keywords.NOBODY);
    return hasNobody && shown.equals(Keywords.NOBODY) ? List.of(Keywords.NOBODY) : List.of();
  }

  private List<List<String>> paths(Sight sight) {
    return Collections.disjoint(sight.shown().keySet(), OF_AGENTS) ? unlikePaths : paths;
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
