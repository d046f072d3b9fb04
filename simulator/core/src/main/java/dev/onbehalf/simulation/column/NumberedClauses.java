package dev.onbehalf.simulation.column;

import dev.onbehalf.scenario.Clause;
import dev.onbehalf.scenario.IndexSet;
import dev.onbehalf.scenario.Keywords;
import dev.onbehalf.scenario.NameList;
import dev.onbehalf.scenario.NameSet;
import dev.onbehalf.scenario.PathPattern;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.ResourceList;
import dev.onbehalf.scenario.Scenario;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clauses of all policies, with numbers for the users, agents and resources that they name. */
final class NumberedClauses {
  private final Scenario scenario;
  private final Numbers users;
  private final Numbers agents;
  private final Numbers resources;
  private final IndexSet chained;
  private final IndexSet atUser;
  private final boolean hasNobody;
  private final List<Numbered> clauses = new ArrayList<>();

  /** One set for all that are equal. */
  private final Map<IndexSet, IndexSet> shared = new HashMap<>();

  NumberedClauses(Scenario scenario) {
    this.scenario = scenario;
    users = new Numbers(scenario.users());
    agents = new Numbers(scenario.agents());
    resources = new Numbers(resourceNames(scenario.resources()));
    chained = agents.of(scenario.chains().stream().flatMap(Collection::stream).toList());
    atUser = agents.of(scenario.localAgents());
    hasNobody = scenario.hasNobody();
    for (int policy = 0; policy < scenario.policies().size(); policy++) {
      add(policy, scenario.policies().get(policy));
    }
  }

  private void add(int policy, Policy said) {
    for (Clause clause : said.clauses()) {
      clauses.add(
          new Numbered(
              policy,
              clause,
              shared(users.of(clause.users())),
              shared(resources.of(clause.resources())),
              shared(alone(clause.path())),
              clause.users().contains(Keywords.NOBODY)));
    }
  }

  private IndexSet shared(IndexSet set) {
    return shared.computeIfAbsent(set, same -> same);
  }

  private static List<String> resourceNames(List<Resource> resources) {
    return resources instanceof ResourceList list ? list.names() : namesOf(resources);
  }

  private static List<String> namesOf(List<Resource> resources) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return resources.get(index).name();
      }

      @Override
      public int size() {
        return resources.size();
      }
    };
  }

  /**
   * A clause.
   *
   * @param policy the position of the policy that it is part of
   * @param alone the agents on whose path it matches, each alone
   */
  record Numbered(
      int policy,
      Clause clause,
      IndexSet users,
      IndexSet resources,
      IndexSet alone,
      boolean ofNobody) {}

  /** The agents whose own path the pattern names, or is passed by, which for one agent is one. */
  private IndexSet alone(PathPattern path) {
    if (path instanceof PathPattern.Via via) {
      return via.hops().size() == 1 ? agents.of(via.hops().get(0)) : IndexSet.span(0, 0);
    }
    if (path instanceof PathPattern.ExceptVia except) {
      return everyAgent().minus(alone(except.via()));
    }
    return path instanceof PathPattern.EveryPath ? everyAgent() : IndexSet.span(0, 0);
  }

  private IndexSet everyAgent() {
    return IndexSet.span(0, scenario.agents().size());
  }

  Scenario scenario() {
    return scenario;
  }

  List<Numbered> clauses() {
    return clauses;
  }

  /** The agents that stand in some chain, and so are told apart everywhere. */
  IndexSet chained() {
    return chained;
  }

  /** Whether there are requests that agents make on their own. */
  boolean hasNobody() {
    return hasNobody;
  }

  /** The agents that run on their user's own machine. */
  IndexSet atUser() {
    return atUser;
  }

  /** The numbers of names, which are their positions in a list. */
  private static final class Numbers {
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<Set<String>, IndexSet> known = new IdentityHashMap<>();

    Numbers(List<String> names) {
      this.names = names;
      for (int i = 0; !(names instanceof NameList) && i < names.size(); i++) {
        numbers.put(names.get(i), i);
      }
    }

    IndexSet of(Set<String> some) {
      return known.computeIfAbsent(some, this::numbered);
    }

    private IndexSet numbered(Set<String> some) {
      return some instanceof NameSet set
          ? set.numbers().minus(IndexSet.span(names.size(), Integer.MAX_VALUE))
          : of((Collection<String>) some);
    }

    IndexSet of(Collection<String> some) {
      return IndexSet.of(some.stream().mapToInt(this::number).filter(number -> number >= 0));
    }

    private int number(String name) {
      return names instanceof NameList ? names.indexOf(name) : numbers.getOrDefault(name, -1);
    }
  }
}
