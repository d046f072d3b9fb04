package dev.onbehalf.scenario;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which policies match each part of a request, as sets of their positions that nobody may change:
 * what two users, paths, targets or values must share to be treated alike.
 */
public final class PolicyMatches {
  private static final BitSet NONE = new BitSet();

  private final Scenario scenario;
  private final List<Policy> policies;
  private final Set<String> chained = new HashSet<>();
  private final Map<Effect, BitSet> ofEffect = new EnumMap<>(Effect.class);
  private final Map<String, BitSet> ofUser = new HashMap<>();
  private final Map<List<String>, BitSet> ofPath = new HashMap<>();
  private final Map<Map<String, String>, BitSet> ofContext = new HashMap<>();

  /** Matches of some policies of the scenario. */
  public PolicyMatches(Scenario scenario, List<Policy> policies) {
    this.scenario = scenario;
    this.policies = List.copyOf(policies);
    for (Effect effect : Effect.values()) {
      ofEffect.put(effect, matching(policy -> policy.effect() == effect));
    }
    scenario.chains().forEach(chained::addAll);
    // Policies share the sets of users that they name alike: sets are told apart by identity.
    IdentityHashMap<Set<String>, BitSet> ofUsers = new IdentityHashMap<>();
    for (int i = 0; i < policies.size(); i++) {
      ofUsers.computeIfAbsent(policies.get(i).users(), any -> new BitSet()).set(i);
    }
    ofUsers.forEach(
        (users, matching) ->
            users.forEach(user -> ofUser.computeIfAbsent(user, any -> new BitSet()).or(matching)));
  }

  /** The policies that match the user. */
  public BitSet ofUser(String user) {
    return ofUser.getOrDefault(user, NONE);
  }

  /** What two users must share to be treated alike; nobody is like no user. */
  public Object likeness(String user) {
    return user.equals(Keywords.NOBODY) ? user : ofUser(user);
  }

  /** The policies that match the path. */
  public BitSet ofPath(List<String> path) {
    return ofPath.computeIfAbsent(path, any -> matching(policy -> policy.matchesPath(path)));
  }

  /** The policies that speak of the target. */
  public BitSet ofTarget(Target target) {
    return matching(policy -> policy.matchesTarget(target));
  }

  /** The policies whose conditions hold in the context. */
  public BitSet ofContext(Map<String, String> context) {
    return ofContext.computeIfAbsent(
        context, any -> matching(policy -> policy.matchesContext(context)));
  }

  /** The policies that have no condition on the attribute, or one that allows the value. */
  public BitSet ofValue(String attribute, String value) {
    return matching(policy -> policy.matchesValue(attribute, value));
  }

  /** The policies that have the effect. */
  public BitSet ofEffect(Effect effect) {
    return ofEffect.getOrDefault(effect, NONE);
  }

  /**
   * What two paths must share to be treated alike. Agents of chains are told apart, since they show
   * themselves on more than one path.
   */
  public Object likeness(List<String> path) {
    boolean alone = path.size() == 1 && !chained.contains(path.get(0));
    return alone ? ofPath(path) : path;
  }

  /** What is true of a request that just these policies match. */
  public Truth truth(BitSet matching) {
    return scenario.ruling(effect -> matching.intersects(ofEffect(effect)));
  }

  /** The policies at the positions. */
  public List<Policy> policies(BitSet positions) {
    return positions.stream().mapToObj(policies::get).toList();
  }

  private BitSet matching(Predicate<Policy> matches) {
    BitSet matching = new BitSet();
    for (int i = 0; i < policies.size(); i++) {
      matching.set(i, matches.test(policies.get(i)));
    }
    return matching;
  }
}
