package dev.onbehalf.authz;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which policies match each user and each path of a scenario, as sets of their positions. */
final class PolicyMatches {
  private final Scenario scenario;
  private final Map<String, BitSet> ofUser = new HashMap<>();
  private final List<List<String>> paths;
  private final Map<List<String>, BitSet> ofPath = new HashMap<>();

  PolicyMatches(Scenario scenario) {
    this.scenario = scenario;
    scenario.users().forEach(user -> ofUser.put(user, new BitSet()));
    for (int i = 0; i < scenario.policies().size(); i++) {
      int position = i;
      scenario.policies().get(i).users().forEach(user -> bits(user).set(position));
    }
    paths = scenario.paths();
    paths.forEach(path -> ofPath.put(path, matching(p -> p.matchesPath(path))));
  }

  private BitSet bits(String user) {
    return ofUser.computeIfAbsent(user, any -> new BitSet());
  }

  private BitSet matching(Predicate<Policy> matches) {
    BitSet matching = new BitSet();
    List<Policy> policies = scenario.policies();
    for (int i = 0; i < policies.size(); i++) {
      matching.set(i, matches.test(policies.get(i)));
    }
    return matching;
  }

  /** Every path of the scenario, in the order of the file. */
  List<List<String>> paths() {
    return paths;
  }

  /** The policies that speak of the action on the resource. */
  BitSet ofTarget(String resource, String action) {
    return matching(policy -> policy.matchesTarget(resource, action));
  }

  /** Those of the policies whose conditions hold in the context. */
  BitSet ofContext(BitSet among, Map<String, String> context) {
    BitSet matching = (BitSet) among.clone();
    among.stream()
        .filter(i -> !scenario.policies().get(i).matchesContext(context))
        .forEach(matching::clear);
    return matching;
  }

  /** Those of the policies that match the user; there must be such a user. */
  BitSet ofUser(BitSet among, String user) {
    return intersection(among, bits(user));
  }

  /** Those of the policies that match the path. */
  BitSet ofPath(BitSet among, List<String> path) {
    return intersection(among, ofPath.getOrDefault(path, new BitSet()));
  }

  List<Policy> policies(BitSet positions) {
    List<Policy> policies = new ArrayList<>();
    positions.stream().forEach(i -> policies.add(scenario.policies().get(i)));
    return policies;
  }

  static BitSet intersection(BitSet left, BitSet right) {
    BitSet intersection = (BitSet) left.clone();
    intersection.and(right);
    return intersection;
  }
}
