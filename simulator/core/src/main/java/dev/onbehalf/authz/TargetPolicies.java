package dev.onbehalf.authz;

import dev.onbehalf.scenario.DefaultEffect;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the policies say of one action on one resource. Users whom all of them treat alike are asked
 * about once, and so are agents.
 */
final class TargetPolicies {
  private final Scenario scenario;
  private final PolicyMatches matches;
  private final String resource;
  private final String action;
  private final BitSet relevant;
  private final BitSet prohibiting;
  private final List<String> unlikeUsers;
  private final List<List<String>> unlikePaths;
  private final Map<Map<String, String>, BitSet> contexts = new LinkedHashMap<>();

  TargetPolicies(Scenario scenario, PolicyMatches matches, String resource, String action) {
    this.scenario = scenario;
    this.matches = matches;
    this.resource = resource;
    this.action = action;
    relevant = matches.ofTarget(resource, action);
    prohibiting = withEffect(relevant, Effect.MAY_NOT);
    unlikeUsers = unlike(scenario.users(), user -> matches.ofUser(relevant, user));
    unlikePaths = unlike(matches.paths(), this::signature);
    for (Map<String, String> context :
        RelevantContexts.of(scenario.context(), matches.policies(relevant))) {
      contexts.put(context, matches.ofContext(relevant, context));
    }
  }

  private BitSet withEffect(BitSet among, Effect effect) {
    BitSet chosen = (BitSet) among.clone();
    among.stream()
        .filter(i -> scenario.policies().get(i).effect() != effect)
        .forEach(chosen::clear);
    return chosen;
  }

  private static <T> List<T> unlike(List<T> members, Function<T, Object> signature) {
    Map<Object, T> first = new LinkedHashMap<>();
    members.forEach(member -> first.putIfAbsent(signature.apply(member), member));
    return List.copyOf(first.values());
  }

  /** Agents of chains are told apart, since they show themselves on more than one path. */
  private Object signature(List<String> path) {
    boolean alone =
        path.size() == 1
            && scenario.chains().stream().noneMatch(chain -> chain.contains(path.get(0)));
    return alone ? matches.ofPath(relevant, path) : path;
  }

  /** The requests that show the evidence, one for all that are treated alike. */
  List<Candidate> candidates(Sighting sighting) {
    List<Candidate> candidates = new ArrayList<>();
    List<String> users = users(sighting);
    for (List<String> path : paths(sighting)) {
      BitSet onPath = matches.ofPath(relevant, path);
      for (String user : users) {
        addContexts(sighting, user, path, matches.ofUser(onPath, user), candidates);
      }
    }
    return candidates;
  }

  private void addContexts(
      Sighting sighting, String user, List<String> path, BitSet caller, List<Candidate> to) {
    contexts.forEach(
        (context, matching) -> {
          if (sighting.fitsContext(context)) {
            to.add(
                new Candidate(
                    new Request(user, path, resource, action, complete(context)),
                    PolicyMatches.intersection(caller, matching)));
          }
        });
  }

  /** Attributes that no policy asks for here get the first of their values. */
  private SortedMap<String, String> complete(Map<String, String> context) {
    SortedMap<String, String> complete = new TreeMap<>();
    scenario
        .context()
        .forEach(attribute -> complete.put(attribute.name(), attribute.values().get(0)));
    complete.putAll(context);
    return complete;
  }

  private List<String> users(Sighting sighting) {
    return sighting.user().map(user -> only(user, scenario.users())).orElse(unlikeUsers);
  }

  private List<List<String>> paths(Sighting sighting) {
    List<List<String>> all = sighting.namesAgents() ? matches.paths() : unlikePaths;
    return all.stream().filter(sighting::fitsPath).toList();
  }

  private static List<String> only(String name, List<String> known) {
    return known.contains(name) ? List.of(name) : List.of();
  }

  /** What the policies say of the request. */
  Truth truth(Candidate candidate) {
    if (candidate.matching().intersects(prohibiting)) {
      return Truth.DENIED;
    }
    if (!candidate.matching().isEmpty()) {
      return Truth.PERMITTED;
    }
    return scenario.defaultEffect() == DefaultEffect.DENY ? Truth.DENIED : Truth.UNSPECIFIED;
  }

  /** The policies that permit one of the permitted requests. */
  List<Policy> permitting(List<Candidate> candidates) {
    return matching(candidates, candidate -> truth(candidate) == Truth.PERMITTED, relevant);
  }

  /** The policies that prohibit one of the requests. */
  List<Policy> denying(List<Candidate> candidates) {
    return matching(candidates, candidate -> true, prohibiting);
  }

  private List<Policy> matching(
      List<Candidate> candidates, Predicate<Candidate> wanted, BitSet among) {
    BitSet matching = new BitSet();
    Set<BitSet> seen = new HashSet<>();
    candidates.stream()
        .filter(wanted)
        .map(Candidate::matching)
        .filter(seen::add)
        .forEach(matching::or);
    return matches.policies(PolicyMatches.intersection(among, matching));
  }
}
