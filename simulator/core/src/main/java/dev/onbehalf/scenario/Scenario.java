package dev.onbehalf.scenario;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Users, agents, resources and policies: everything that one run needs to know.
 *
 * @param localAgents the agents that run on their user's own machine
 */
public record Scenario(
    String name,
    Optional<String> about,
    List<String> users,
    Map<String, List<String>> groups,
    List<String> agents,
    List<List<String>> chains,
    List<String> localAgents,
    List<Resource> resources,
    List<ContextAttribute> context,
    DefaultEffect defaultEffect,
    Circumstances circumstances,
    Requirements requirements,
    List<Policy> policies,
    Workload workload,
    Optional<Expectation> expectation) {
  /** More than fit into the largest file. */
  private static final int MOST_WRITTEN_OUT = 4_000_000;

  public Scenario {
    users = NameList.copyOf(users);
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    agents = NameList.copyOf(agents);
    chains = chains.stream().map(List::copyOf).toList();
    localAgents = List.copyOf(localAgents);
    resources = ResourceList.copyOf(resources);
    context = List.copyOf(context);
    policies = List.copyOf(policies);
  }

  /** This scenario with other chains, another default and other policies. */
  public Scenario with(
      List<List<String>> otherChains, DefaultEffect otherDefault, List<Policy> otherPolicies) {
    return new Scenario(
        name,
        about,
        users,
        groups,
        agents,
        otherChains,
        localAgents,
        resources,
        context,
        otherDefault,
        circumstances,
        requirements,
        otherPolicies,
        workload,
        expectation);
  }

  /** This scenario without the policies of these positions. */
  public Scenario without(List<Integer> positions) {
    return with(
        chains,
        defaultEffect,
        IntStream.range(0, policies.size())
            .filter(position -> !positions.contains(position))
            .mapToObj(policies::get)
            .toList());
  }

  /** This scenario, of which nothing is expected. */
  public Scenario withoutExpectation() {
    return new Scenario(
        name,
        about,
        users,
        groups,
        agents,
        chains,
        localAgents,
        resources,
        context,
        defaultEffect,
        circumstances,
        requirements,
        policies,
        workload,
        Optional.empty());
  }

  /** The paths in the order of the file: direct, each agent alone, each declared chain. */
  public List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>();
    paths.add(List.of());
    agents.forEach(agent -> paths.add(List.of(agent)));
    paths.addAll(chains);
    return paths;
  }

  /** The paths whose callers hold what the user holds: her own, and those of agents beside her. */
  public List<List<String>> pathsAtUser() {
    return paths().stream().filter(this::isAtUser).toList();
  }

  /** Whether who presents the credential does so on the user's own machine. */
  public boolean isAtUser(List<String> path) {
    return path.isEmpty() || localAgents.contains(path.get(path.size() - 1));
  }

  /** Every action on every resource, in the order of the file. */
  public List<Target> targets() {
    return resources.stream()
        .flatMap(resource -> resource.actions().stream().map(a -> new Target(resource.name(), a)))
        .toList();
  }

  /** Whether ranges have more names than anybody writes out one by one. */
  public boolean isOfManyNames() {
    return (long) users.size() + agents.size() + resources.size() > MOST_WRITTEN_OUT;
  }

  /** The contexts that there can be. */
  public Contexts contexts() {
    return new Contexts(context);
  }

  /** Whether there are requests that agents make on their own: some policy speaks of them. */
  public boolean hasNobody() {
    return !agents.isEmpty()
        && policies.stream().anyMatch(policy -> policy.speaksOf(Keywords.NOBODY));
  }

  /** The users in the order of the file, and at last nobody if there are such requests. */
  public List<String> usersAndNobody() {
    return hasNobody() ? Stream.concat(users.stream(), Stream.of(Keywords.NOBODY)).toList() : users;
  }

  /** The request space: the full product of users, paths, targets and contexts. */
  public Stream<Request> requests() {
    List<List<String>> paths = paths();
    return usersAndNobody().stream()
        .flatMap(user -> pathsOf(user, paths).stream().flatMap(path -> requests(user, path)));
  }

  /** Those of all paths that the user's requests take; nobody is never there in person. */
  public static List<List<String>> pathsOf(String user, List<List<String>> paths) {
    return user.equals(Keywords.NOBODY) ? paths.subList(1, paths.size()) : paths;
  }

  private Stream<Request> requests(String user, List<String> path) {
    return targets().stream()
        .flatMap(
            target ->
                contexts().stream()
                    .map(one -> new Request(user, path, target.resource(), target.action(), one)));
  }

  /** How many requests there are, which may be beyond any type of fixed size. */
  public BigInteger requestCount() {
    long viaAgents = (long) agents.size() + chains.size();
    BigInteger callers = BigInteger.valueOf(users.size() * (viaAgents + 1));
    BigInteger nobody = BigInteger.valueOf(hasNobody() ? viaAgents : 0);
    return LongStream.concat(
            LongStream.of(ResourceList.targets(resources)),
            context.stream().mapToLong(one -> one.values().size()))
        .mapToObj(BigInteger::valueOf)
        .reduce(callers.add(nobody), BigInteger::multiply);
  }

  /** What the policies say of the request. */
  public Truth truth(Request request) {
    return ruling(
        effect ->
            policies.stream().anyMatch(one -> one.effect() == effect && one.matches(request)));
  }

  /** What is true where policies of these effects match: the weightiest decides, or the default. */
  Truth ruling(Predicate<Effect> matched) {
    for (Effect effect : Effect.values()) {
      if (matched.test(effect)) {
        return effect.truth();
      }
    }
    return defaultEffect.truth();
  }
}
