package dev.onbehalf.simulation.workload;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.KnownTo;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who calls through whom, and how popular each is. */
final class Traffic {
  private final Popularity users;
  private final Popularity paths;
  private final Popularity resources;
  private final int[] actions;
  private final int contexts;
  private final int[] presenterOf;
  private final double[] presenterProbability;

  /**
   * Callers of the workload.
   *
   * @param actions how many each resource has
   * @param contexts how many there are
   */
  Traffic(
      int users, List<List<String>> paths, List<Integer> actions, int contexts, Workload workload) {
    this.users = new Popularity(users, workload.userPopularity());
    this.actions = actions.stream().mapToInt(Integer::intValue).toArray();
    this.contexts = contexts;
    this.paths = new Popularity(paths.size(), workload.agentPopularity());
    this.resources = new Popularity(actions.size(), workload.resourcePopularity());
    Map<String, Integer> presenters = new HashMap<>();
    presenterOf = new int[paths.size()];
    for (int i = 0; i < presenterOf.length; i++) {
      List<String> path = paths.get(i);
      presenterOf[i] = index(presenters, path.get(path.size() - 1));
    }
    presenterProbability = new double[presenters.size()];
    for (int i = 0; i < presenterOf.length; i++) {
      presenterProbability[presenterOf[i]] += this.paths.probability(i);
    }
  }

  static Traffic of(Scenario scenario) {
    return new Traffic(
        scenario.users().size(),
        scenario.paths().stream().filter(path -> !path.isEmpty()).toList(),
        scenario.resources().stream().map(resource -> resource.actions().size()).toList(),
        contexts(scenario),
        scenario.workload());
  }

  /** More than there can be calls is as good as endless. */
  private static int contexts(Scenario scenario) {
    long contexts = 1;
    for (ContextAttribute attribute : scenario.context()) {
      // What only the resource knows is in no credential.
      if (attribute.knownTo() != KnownTo.RESOURCE) {
        contexts = Math.min(Integer.MAX_VALUE, contexts * attribute.values().size());
      }
    }
    return (int) contexts;
  }

  private static int index(Map<String, Integer> presenters, String presenter) {
    Integer known = presenters.putIfAbsent(presenter, presenters.size());
    return known == null ? presenters.size() - 1 : known;
  }

  Popularity users() {
    return users;
  }

  Popularity paths() {
    return paths;
  }

  Popularity resources() {
    return resources;
  }

  /** How many actions the resource has, each as popular as the others. */
  int actions(int resource) {
    return actions[resource];
  }

  /** How many contexts there are, each as popular as the others. */
  int contexts() {
    return contexts;
  }

  int presenters() {
    return presenterProbability.length;
  }

  /** The agent that presents the credential on the path. */
  int presenter(int path) {
    return presenterOf[path];
  }

  /** The share of calls that the agent presents. */
  double presenterProbability(int presenter) {
    return presenterProbability[presenter];
  }
}
