package dev.onbehalf.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, agents, resources and policies: everything that one run needs to know. */
public record Scenario(
    String name,
    Optional<String> about,
    List<String> users,
    Map<String, List<String>> groups,
    List<String> agents,
    List<List<String>> chains,
    List<Resource> resources,
    List<ContextAttribute> context,
    DefaultEffect defaultEffect,
    List<Policy> policies,
    Workload workload,
    Optional<Expectation> expectation) {
  public Scenario {
    users = List.copyOf(users);
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    agents = List.copyOf(agents);
    chains = chains.stream().map(List::copyOf).toList();
    resources = List.copyOf(resources);
    context = List.copyOf(context);
    policies = List.copyOf(policies);
  }

  /**
   * What is wrong with the text as the name of a scenario and of its result's files, if anything.
   */
  public static Optional<String> problemOfName(String name) {
    return Names.problemOfScenario(name);
  }

  /** The paths in the order of the file: direct, each agent alone, each declared chain. */
  public List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>();
    paths.add(List.of());
    agents.forEach(agent -> paths.add(List.of(agent)));
    paths.addAll(chains);
    return paths;
  }

  /** What the policies say of the request: a MAY NOT outweighs every MAY. */
  public Truth truth(Request request) {
    boolean permitted = false;
    for (Policy policy : policies) {
      if (policy.matches(request)) {
        if (policy.effect() == Effect.MAY_NOT) {
          return Truth.DENIED;
        }
        permitted = true;
      }
    }
    if (permitted) {
      return Truth.PERMITTED;
    }
    return defaultEffect == DefaultEffect.DENY ? Truth.DENIED : Truth.UNSPECIFIED;
  }
}
