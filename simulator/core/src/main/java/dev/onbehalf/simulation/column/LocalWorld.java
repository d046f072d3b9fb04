package dev.onbehalf.simulation.column;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.IndexSet;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.column.NumberedClauses.Numbered;
import dev.onbehalf.simulation.column.Refinement.Part;
import dev.onbehalf.simulation.column.TargetClasses.TargetClass;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.score.Axis;
import dev.onbehalf.simulation.score.ContextAxis;
import dev.onbehalf.simulation.score.RequestClasses;
import dev.onbehalf.simulation.score.TruthTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The requests for one target: users and paths are told apart only by the clauses that speak of it.
 */
final class LocalWorld {
  private static final int CHAINED = 0;

  /** Tables of more take more memory than there mostly is, for each thread. */
  private static final long MOST_KINDS = 1L << 24;

  private final NumberedClauses all;
  private final TargetClass target;
  private final List<Numbered> clauses;

  /** The positions of the policies, in the order of their first clauses. */
  private final Map<Integer, Integer> policies = new LinkedHashMap<>();

  private final SetsOnce userSets = new SetsOnce();
  private final SetsOnce agentSets = new SetsOnce();
  private final List<Part> users;
  private final List<Part> agents;

  LocalWorld(NumberedClauses all, TargetClass target) {
    this.all = all;
    this.target = target;
    clauses = target.clauses().stream().map(all.clauses()::get).toList();
    agentSets.add(all.chained());
    agentSets.add(all.atUser());
    for (Numbered clause : clauses) {
      policies.putIfAbsent(clause.policy(), policies.size());
      userSets.position(clause.users());
      agentSets.position(clause.alone());
    }
    users = Refinement.of(all.scenario().users().size(), userSets.sets());
    agents =
        Refinement.of(all.scenario().agents().size(), agentSets.sets()).stream()
            .filter(part -> !part.in().get(CHAINED))
            .toList();
  }

  /** Sets of numbers, equal ones once. */
  private static final class SetsOnce {
    private final Map<IndexSet, Integer> positions = new HashMap<>();
    private final List<IndexSet> sets = new ArrayList<>();

    void add(IndexSet set) {
      sets.add(set);
    }

    int position(IndexSet set) {
      return positions.computeIfAbsent(
          set,
          any -> {
            sets.add(set);
            return sets.size() - 1;
          });
    }

    List<IndexSet> sets() {
      return sets;
    }
  }

  /** The positions of the policies that speak of the target, in the order of their local ones. */
  List<Integer> policies() {
    return List.copyOf(policies.keySet());
  }

  /**
   * What the worlds of two targets share iff they are the same but for names.
   *
   * @param most sizes of classes beyond that are taken for it
   */
  Object shape(long most) {
    List<Object> said = new ArrayList<>();
    for (Numbered clause : clauses) {
      said.add(
          new Said(
              policies.getOrDefault(clause.policy(), -1),
              clause.clause().effect(),
              userSets.position(clause.users()),
              clause.ofNobody(),
              agentSets.position(clause.alone()),
              others(clause.clause().path()),
              clause.clause().conditions()));
    }
    return List.of(said, sizes(users, most), sizes(agents, most));
  }

  /** What a clause says, with numbers for sets. */
  private record Said(
      int policy,
      Effect effect,
      int users,
      boolean ofNobody,
      int agents,
      Optional<PathPattern> others,
      Map<String, Set<String>> conditions) {}

  /** What the path says of others than agents alone that stand in no chain. */
  private Optional<PathPattern> others(PathPattern path) {
    boolean ofAgentsAlone = path instanceof PathPattern.Via && all.scenario().chains().isEmpty();
    return ofAgentsAlone ? Optional.empty() : Optional.of(path);
  }

  private static List<List<Object>> sizes(List<Part> parts, long most) {
    return parts.stream()
        .map(part -> List.<Object>of(part.in(), Math.min(part.size(), most)))
        .toList();
  }

  Scenario scenario() {
    return all.scenario();
  }

  /** What is true of the requests for one target of the class. */
  TruthTable truth() {
    return new TruthTable(localPolicies(), all.scenario().defaultEffect(), classes());
  }

  private List<Policy> localPolicies() {
    Map<Integer, List<Clause>> said = new LinkedHashMap<>();
    clauses.forEach(
        clause ->
            said.computeIfAbsent(clause.policy(), any -> new ArrayList<>()).add(clause.clause()));
    List<Policy> local = new ArrayList<>();
    said.forEach((policy, some) -> local.add(all.scenario().policies().get(policy).with(some)));
    return local;
  }

  private RequestClasses classes() {
    Scenario scenario = all.scenario();
    Axis<String> users = users();
    Axis<List<String>> paths = paths();
    ContextAxis contexts = new ContextAxis(scenario.context(), this::likeness);
    requireFits((long) users.size() * paths.size() * contexts.size());
    return new RequestClasses(
        users,
        paths,
        contexts,
        Axis.weighted(List.of(target.first()), new long[] {1}),
        scenario::isAtUser,
        0);
  }

  private void requireFits(long kinds) {
    if (kinds > MOST_KINDS) {
      throw new ScenarioTooLargeException(
          ("the %,d sentences that speak of `%s %s` tell %,d kinds of its requests apart; at most"
                  + " %,d can be scored")
              .formatted(
                  clauses.size(),
                  target.first().action(),
                  target.first().resource(),
                  kinds,
                  MOST_KINDS));
    }
  }

  private Object likeness(String attribute, String value) {
    BitSet matching = new BitSet();
    for (int i = 0; i < clauses.size(); i++) {
      matching.set(i, clauses.get(i).clause().matchesValue(attribute, value));
    }
    return matching;
  }

  private Axis<String> users() {
    Scenario scenario = all.scenario();
    Stream<String> names = users.stream().map(part -> scenario.users().get(part.first()));
    boolean nobody = all.hasNobody();
    return Axis.weighted(
        Stream.concat(names, nobody ? Stream.of(Keywords.NOBODY) : Stream.of()).toList(),
        weights(nobody ? 1 : 0, users));
  }

  /** In person, the paths that are told apart everywhere, and those of the other agents. */
  private Axis<List<String>> paths() {
    Scenario scenario = all.scenario();
    List<List<String>> paths = new ArrayList<>();
    paths.add(List.of());
    all.chained().stream().forEach(agent -> paths.add(List.of(scenario.agents().get(agent))));
    paths.addAll(scenario.chains());
    int apart = paths.size();
    agents.forEach(part -> paths.add(List.of(scenario.agents().get(part.first()))));
    long[] weights = new long[paths.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i < apart ? 1 : agents.get(i - apart).size();
    }
    return Axis.weighted(paths, weights);
  }

  private static long[] weights(int more, List<Part> parts) {
    return IntStream.range(0, parts.size() + more)
        .mapToLong(i -> i < parts.size() ? parts.get(i).size() : 1)
        .toArray();
  }
}
