package dev.onbehalf.simulation.verdict;

import dev.onbehalf.simulation.live.Registered;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.registry.Registration;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts what a strategy registers, how the number grows, and what changes with the people. */
public final class Costs {
  private static final Set<Registration.Kind> CLIENTS =
      EnumSet.of(Registration.Kind.CLIENT, Registration.Kind.IMPERSONATOR);

  /** A name that no scenario can have. */
  private static final String NEWCOMER = "newcomer/";

  private final CredentialStrategy strategy;
  private final Map<Population, Map<Registration.Kind, Long>> counts = new HashMap<>();

  public Costs(CredentialStrategy strategy) {
    this.strategy = strategy;
  }

  /**
   * The order of cost of strategies that were run.
   *
   * @param have the words of the machinery that is there, which isn't counted
   */
  public static Comparator<StrategyResult> cheapestFirst(List<String> have) {
    return Comparator.comparing(strategy -> PlaceInOrder.of(strategy, have));
  }

  /**
   * What the strategy registers for the population.
   *
   * @param policyEntries how many entries the access lists of the resources have, if counted
   */
  public Standing of(Population population, Optional<Integer> policyEntries) {
    Set<Registration> registered = registered(population);
    return new Standing(
        registered.size(),
        kinds(registered),
        growth(),
        clients(registered),
        policyEntries,
        differences(registered, registered(withUser(population))),
        differences(registered, registered(withoutUser(population))),
        differences(registered, registered(withAgent(population))));
  }

  /** How many standing credentials there are for the population, by the words for their kinds. */
  public SortedMap<String, Integer> kinds(Population population) {
    return kinds(registered(population));
  }

  /** How many standing credentials there are for a population too large to register it. */
  public BigInteger credentials(SampledPopulation population) {
    return population.count(sample -> registered(sample).size());
  }

  private static SortedMap<String, Integer> kinds(Set<Registration> registered) {
    SortedMap<String, Integer> kinds = new TreeMap<>();
    registered.forEach(one -> kinds.merge(one.kind().word(), 1, Integer::sum));
    return kinds;
  }

  private static int clients(Set<Registration> registered) {
    return (int) registered.stream().map(Registration::kind).filter(CLIENTS::contains).count();
  }

  /** How many things only one of the two has: what someone has to add or remove. */
  private static int differences(Set<Registration> one, Set<Registration> other) {
    long common = one.stream().filter(other::contains).count();
    return (int) (one.size() + other.size() - 2 * common);
  }

  private static Population withUser(Population population) {
    return population.withUsers(with(population.users(), NEWCOMER));
  }

  private static Population withoutUser(Population population) {
    List<String> users = population.users();
    return population.withUsers(users.subList(0, users.size() - 1));
  }

  private static Population withAgent(Population population) {
    return population.withAgents(with(population.agents(), NEWCOMER));
  }

  private static List<String> with(List<String> names, String newcomer) {
    return Stream.concat(names.stream(), Stream.of(newcomer)).toList();
  }

  private Set<Registration> registered(Population population) {
    return Registered.of(strategy, population);
  }

  /** What the strategy registers for each resource of the population, and for all of them. */
  public Holdings holdings(Population population) {
    return Holdings.of(registered(population), population.resources());
  }

  /** The same for a population too large to register it. */
  public Holdings holdings(SampledPopulation population) {
    return Holdings.of(population, this::registered);
  }

  private long count(Registration.Kind kind, int users, int agents, int resources) {
    return counts(users, agents, resources).getOrDefault(kind, 0L);
  }

  private Map<Registration.Kind, Long> counts(int users, int agents, int resources) {
    return counts.computeIfAbsent(
        new Population(names("u", users), names("a", agents), names("r", resources)),
        population ->
            registered(population).stream()
                .collect(Collectors.groupingBy(Registration::kind, Collectors.counting())));
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  /** Whether some kind grows with a product. */
  public Growth growth() {
    return growing().isEmpty() ? Growth.ADDITIVE : Growth.MULTIPLICATIVE;
  }

  /** The kinds whose number grows with a product of users, agents and resources. */
  public Set<Registration.Kind> growing() {
    return counts(1, 1, 1).keySet().stream()
        .filter(kind -> !isAdditive(kind))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Registration.Kind.class)));
  }

  /** A count is additive iff what two kinds of newcomers add together is what each adds alone. */
  private boolean isAdditive(Registration.Kind kind) {
    long base = count(kind, 2, 2, 2);
    long users = count(kind, 5, 2, 2) - base;
    long agents = count(kind, 2, 5, 2) - base;
    long resources = count(kind, 2, 2, 5) - base;
    return count(kind, 5, 5, 2) - base == users + agents
        && count(kind, 5, 2, 5) - base == users + resources
        && count(kind, 2, 5, 5) - base == agents + resources
        && count(kind, 5, 5, 5) - base == users + agents + resources;
  }
}
