package dev.onbehalf.simulation.live;

import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.registry.Registration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a strategy registers, and for whom. */
public final class Registered {
  private Registered() {}

  /** Everything that is registered for the population, each thing once. */
  public static Set<Registration> of(CredentialStrategy strategy, Population population) {
    Set<Registration> all = new LinkedHashSet<>();
    strategy.enrol(population, all::add);
    return all;
  }

  /** What is registered for the agent alone, and is taken away with it. */
  static Set<Registration> forAgent(
      CredentialStrategy strategy, Population population, String agent) {
    return difference(
        strategy, population, population.withAgents(without(population.agents(), agent)));
  }

  /** What is registered for the user alone, and is taken away with the user. */
  static Set<Registration> forUser(
      CredentialStrategy strategy, Population population, String user) {
    return difference(
        strategy, population, population.withUsers(without(population.users(), user)));
  }

  private static List<String> without(List<String> names, String name) {
    return names.stream().filter(other -> !other.equals(name)).toList();
  }

  private static Set<Registration> difference(
      CredentialStrategy strategy, Population whole, Population rest) {
    Set<Registration> alone = of(strategy, whole);
    alone.removeAll(of(strategy, rest));
    return alone;
  }
}
