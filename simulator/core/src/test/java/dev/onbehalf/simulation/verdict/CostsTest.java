package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.registry.Registrar;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be looked after is counted from what is registered, with every change of people. */
final class CostsTest {
  private static final Population POPULATION =
      new Population(List.of("ann", "bob", "cyd"), List.of("bot", "ada"), List.of("disk"));

  @Test
  void usersAlone_changeWithUsersAlone() {
    assertEquals(
        new Standing(
            3,
            new TreeMap<>(Map.of("user account", 3)),
            Growth.ADDITIVE,
            0,
            Optional.of(5),
            1,
            1,
            0),
        standing((population, registrar) -> {}));
  }

  @Test
  void clientForEachAgent_comesWithTheAgent() {
    assertEquals(
        new Standing(
            5,
            new TreeMap<>(Map.of("user account", 3, "client", 2)),
            Growth.ADDITIVE,
            2,
            Optional.of(5),
            1,
            1,
            1),
        standing(
            (population, registrar) -> population.agents().forEach(registrar::registerClient)));
  }

  @Test
  void clientForEachPair_comesWithEither() {
    assertEquals(
        new Standing(
            9,
            new TreeMap<>(Map.of("user account", 3, "client", 6)),
            Growth.MULTIPLICATIVE,
            6,
            Optional.of(5),
            3,
            3,
            3),
        standing(
            (population, registrar) ->
                population
                    .users()
                    .forEach(
                        user ->
                            population
                                .agents()
                                .forEach(agent -> registrar.registerClient(user + "." + agent)))));
  }

  @Test
  void clientForEachOfAllKinds_growsWithTheirSum() {
    Costs costs =
        new Costs(
            new Registering(
                (population, registrar) ->
                    Stream.of(population.users(), population.agents(), population.resources())
                        .flatMap(List::stream)
                        .forEach(registrar::registerClient)));
    assertEquals(Growth.ADDITIVE, costs.growth());
  }

  @Test
  void whatIsRegisteredTwice_isCountedOnce() {
    assertEquals(
        new Standing(
            4,
            new TreeMap<>(Map.of("user account", 3, "client", 1)),
            Growth.ADDITIVE,
            1,
            Optional.of(5),
            1,
            1,
            0),
        standing(
            (population, registrar) ->
                population.agents().forEach(agent -> registrar.registerClient("broker"))));
  }

  @Test
  void whatAgentsForNobodyNeed_isRegisteredWhereOneResourceIsServed() {
    Costs costs =
        new Costs(
            new Registering(
                (population, registrar) ->
                    population.forNobodyAndEachAgent(
                        (nobody, agent) -> registrar.registerClient(nobody + "." + agent))));
    Population withNobody =
        new Population(POPULATION.users(), POPULATION.agents(), POPULATION.resources(), true);
    // Three users and a client for each of two agents.
    assertEquals(5, costs.holdings(withNobody).at(0).size());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "4, 3, 7", "6, 5, 2", "2, 2, 2", "3, 3, 3"})
  void credentialsOfMany_areAsManyAsWouldBeRegistered(int users, int agents, int resources) {
    Costs costs =
        new Costs(
            new Registering(
                (population, registrar) ->
                    population.agents().forEach(agent -> register(population, agent, registrar))));
    // Besides an account for each user.
    assertEquals(
        BigInteger.valueOf(users + agents * (1 + users + resources * users)),
        costs.credentials(SampledPopulation.of(users, agents, resources, false)));
  }

  private static void register(Population population, String agent, Registrar registrar) {
    registrar.registerClient(agent);
    for (String user : population.users()) {
      registrar.registerClient(agent + "." + user);
      for (String resource : population.resources()) {
        registrar.registerClient(agent + "." + user + "." + resource);
      }
    }
  }

  @Test
  void whatAgentsNeedForEachOther_isCountedForAnyNumberOfThem() {
    Costs costs =
        new Costs(
            new Registering(
                (population, registrar) ->
                    population
                        .agents()
                        .forEach(
                            agent ->
                                population.agents().stream()
                                    .filter(other -> !other.equals(agent))
                                    .forEach(
                                        other ->
                                            registrar.registerDelegationTarget(agent, other)))));
    assertEquals(
        BigInteger.valueOf(10_000_000 + 10_000L * 9_999),
        costs.credentials(SampledPopulation.of(10_000_000, 10_000, 1_000_000, false)));
    assertEquals(BigInteger.TWO, costs.credentials(SampledPopulation.of(2, 1, 1, true)));
  }

  @Test
  void whatAgentsForNobodyNeed_isCountedForAnyNumberOfThem() {
    Costs costs =
        new Costs(
            new Registering(
                (population, registrar) ->
                    population.forNobodyAndEachAgent(
                        (nobody, agent) -> registrar.registerClient(nobody + "." + agent))));
    assertEquals(
        BigInteger.valueOf(1_000 + 300),
        costs.credentials(SampledPopulation.of(1_000, 300, 1, true)));
  }

  private static Standing standing(Enrolment enrolment) {
    return new Costs(new Registering(enrolment)).of(POPULATION, Optional.of(5));
  }

  private interface Enrolment {
    void enrol(Population population, Registrar registrar);
  }

  /** A strategy that is only asked to register. */
  private record Registering(Enrolment enrolment) implements CredentialStrategy {

    @Override
    public About about() {
      return About.of(Registering.class, "a control of the tests");
    }

    @Override
    public void enrol(Population population, Registrar registrar) {
      CredentialStrategy.super.enrol(population, registrar);
      enrolment.enrol(population, registrar);
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return Evidence.none();
    }
  }
}
