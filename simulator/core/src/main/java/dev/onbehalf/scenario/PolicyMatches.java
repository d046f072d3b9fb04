package dev.onbehalf.scenario;

import java.util.ArrayList;
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
 * Which clauses of the policies match each part of a request, as sets of their positions that
 * nobody may change: what two users, paths, targets or values must share to be treated alike.
 */
public final class PolicyMatches {
  private static final BitSet NONE = new BitSet();

  private final Scenario scenario;
  private final List<Clause> clauses = new ArrayList<>();
  private final List<Policy> policies = new ArrayList<>();
  private final Set<String> chained = new HashSet<>();
  private final Map<Effect, BitSet> ofEffect = new EnumMap<>(Effect.class);

  /** Policies share the sets of users that they name alike: sets are told apart by identity. */
  private final IdentityHashMap<Set<String>, BitSet> ofUsers = new IdentityHashMap<>();

  private final Map<String, BitSet> ofUser = new HashMap<>();
  private final Map<String, BitSet> ofAsked = new HashMap<>();
  private final Map<List<String>, BitSet> ofPath = new HashMap<>();
  private final Map<Map<String, String>, BitSet> ofContext = new HashMap<>();

  /** Matches of the clauses that are relevant. */
  public PolicyMatches(Scenario scenario, Predicate<Clause> relevant) {
    this.scenario = scenario;
    scenario.policies().forEach(policy -> add(policy, relevant));
    for (Effect effect : Effect.values()) {
      ofEffect.put(effect, matching(clause -> clause.effect() == effect));
    }
    scenario.chains().forEach(chained::addAll);
    for (int i = 0; i < clauses.size(); i++) {
      ofUsers.computeIfAbsent(clauses.get(i).users(), any -> new BitSet()).set(i);
    }
  }

  private void add(Policy policy, Predicate<Clause> relevant) {
    for (Clause clause : policy.clauses()) {
      if (relevant.test(clause)) {
        clauses.add(clause);
        policies.add(policy);
      }
    }
  }

  /** The clauses that match the user. */
  public BitSet ofUser(String user) {
    if (ofUser.isEmpty()) {
      ofUsers.forEach(this::addEach);
    }
    return ofUser.getOrDefault(user, NONE);
  }

  private void addEach(Set<String> users, BitSet matching) {
    users.forEach(user -> ofUser.computeIfAbsent(user, any -> new BitSet()).or(matching));
  }

  /** Likewise, at a price that doesn't grow with the users whom nobody asks about. */
  public BitSet ofThisUser(String user) {
    return ofUser.isEmpty() ? ofAsked.computeIfAbsent(user, this::naming) : ofUser(user);
  }

  private BitSet naming(String user) {
    BitSet matching = new BitSet();
    ofUsers.forEach(
        (users, positions) -> {
          if (users.contains(user)) {
            matching.or(positions);
          }
        });
    return matching;
  }

  /** What two users must share to be treated alike; nobody is like no user. */
  public Object likeness(String user) {
    return user.equals(Keywords.NOBODY) ? user : ofUser(user);
  }

  /** The clauses that match the path. */
  public BitSet ofPath(List<String> path) {
    return ofPath.computeIfAbsent(path, any -> matching(clause -> clause.matchesPath(path)));
  }

  /** The clauses that speak of the target. */
  public BitSet ofTarget(Target target) {
    return matching(clause -> clause.matchesTarget(target));
  }

  /** The clauses whose conditions hold in the context. */
  public BitSet ofContext(Map<String, String> context) {
    return ofContext.computeIfAbsent(
        context, any -> matching(clause -> clause.matchesContext(context)));
  }

  /** The clauses that have no condition on the attribute, or one that allows the value. */
  public BitSet ofValue(String attribute, String value) {
    return matching(clause -> clause.matchesValue(attribute, value));
  }

  /** The clauses that have the effect. */
  public BitSet ofEffect(Effect effect) {
    return ofEffect.getOrDefault(effect, NONE);
  }

  /**
   * What two paths must share to be treated alike. Agents of chains are told apart, since they show
   * themselves on more than one path, and so are those beside their user from the others.
   */
  public Object likeness(List<String> path) {
    boolean alone = path.size() == 1 && !chained.contains(path.get(0));
    Object matching = scenario.isAtUser(path) ? List.of(ofPath(path)) : ofPath(path);
    return alone ? matching : path;
  }

  /** What is true of a request that just these clauses match. */
  public Truth truth(BitSet matching) {
    return scenario.ruling(effect -> matching.intersects(ofEffect(effect)));
  }

  /** Whether a clause has a condition on the attribute. */
  public boolean dependOn(String attribute) {
    return clauses.stream().anyMatch(clause -> clause.conditions().containsKey(attribute));
  }

  /** The policies that have the clauses at the positions. */
  public List<Policy> policies(BitSet positions) {
    List<Policy> found = new ArrayList<>();
    positions.stream()
        .mapToObj(policies::get)
        .filter(one -> !endsWith(found, one))
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** Clauses of one policy stand side by side. */
  private static boolean endsWith(List<Policy> policies, Policy policy) {
    return !policies.isEmpty() && policies.get(policies.size() - 1).id().equals(policy.id());
  }

  private BitSet matching(Predicate<Clause> matches) {
    BitSet matching = new BitSet();
    for (int i = 0; i < clauses.size(); i++) {
      matching.set(i, matches.test(clauses.get(i)));
    }
    return matching;
  }
}
