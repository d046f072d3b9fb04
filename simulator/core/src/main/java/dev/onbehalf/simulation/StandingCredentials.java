package dev.onbehalf.simulation;

import dev.onbehalf.simulation.SimulationResult.Standing;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.Registrar;
import java.util.List;
import java.util.stream.IntStream;

/** Counts what a strategy registers, and how the number grows. */
final class StandingCredentials {
  /** The word for growth with users + agents + resources. */
  static final String ADDITIVE = "additive";

  /** The word for growth with a product of users, agents and resources. */
  static final String MULTIPLICATIVE = "multiplicative";

  private final CredentialStrategy strategy;

  StandingCredentials(CredentialStrategy strategy) {
    this.strategy = strategy;
  }

  Standing of(Population population) {
    return new Standing(count(population), isAdditive() ? ADDITIVE : MULTIPLICATIVE);
  }

  private int count(Population population) {
    CountingRegistrar registrar = new CountingRegistrar();
    strategy.enrol(population, registrar);
    return registrar.registered;
  }

  private int count(int users, int agents, int resources) {
    return count(new Population(names("u", users), names("a", agents), names("r", resources)));
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  /** A count is additive iff what two kinds of newcomers add together is what each adds alone. */
  private boolean isAdditive() {
    int base = count(2, 2, 2);
    int users = count(5, 2, 2) - base;
    int agents = count(2, 5, 2) - base;
    int resources = count(2, 2, 5) - base;
    return count(5, 5, 2) - base == users + agents
        && count(5, 2, 5) - base == users + resources
        && count(2, 5, 5) - base == agents + resources
        && count(5, 5, 5) - base == users + agents + resources;
  }

  private static final class CountingRegistrar implements Registrar {
    private int registered;

    @Override
    public void registerUser(String user) {
      registered++;
    }

    @Override
    public void registerClient(String client) {
      registered++;
    }
  }
}
