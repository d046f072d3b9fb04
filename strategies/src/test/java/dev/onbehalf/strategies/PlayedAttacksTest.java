package dev.onbehalf.strategies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.attack.AttackScore;
import dev.onbehalf.simulation.live.AttackStage;
import dev.onbehalf.simulation.live.PlayedAttacks;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.Worlds;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What attacks come to is the same when it is computed and when it is played with real tokens. */
@Execution(ExecutionMode.CONCURRENT)
final class PlayedAttacksTest {
  private static final int WORLDS = 500;

  /** Requests of a world, beyond which a play takes too long for a test. */
  private static final int MOST = 30;

  private static final SimulationSettings SETTINGS =
      new SimulationSettings(
          1,
          SigningAlgorithm.ES256,
          SigningProvider.fastest(),
          Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
          1);

  @TestFactory
  Stream<DynamicTest> facts_areThoseOfThePlay_inAllScenarios() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../scenarios"))) {
      List<Path> scenarios =
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      return Strategies.all()
          .flatMap(
              strategy ->
                  scenarios.stream()
                      .map(
                          file ->
                              DynamicTest.dynamicTest(
                                  strategy.about().name() + " " + file.getFileName(),
                                  () -> assertAgrees(strategy, read(file)))))
          .toList()
          .stream();
    }
  }

  /** Each strategy in about as many. */
  @TestFactory
  Stream<DynamicTest> facts_areThoseOfThePlay_inRandomWorlds() {
    List<CredentialStrategy> strategies = Strategies.all().toList();
    List<Scenario> worlds =
        IntStream.iterate(0, seed -> seed + 1)
            .mapToObj(seed -> Worlds.read(Worlds.randomOfNewSentences(seed)))
            .filter(world -> world.requestCount().intValueExact() <= MOST)
            .limit(WORLDS)
            .toList();
    return IntStream.range(0, WORLDS)
        .mapToObj(
            world ->
                DynamicTest.dynamicTest(
                    "world " + world,
                    () ->
                        assertAgrees(
                            strategies.get(world % strategies.size()), worlds.get(world))));
  }

  /** Whoever has a root key leaves the caveat out for one action, and adds it for the other. */
  @Test
  void rootKey_opensWhatItDoesInOneWayOrAnother() throws InvalidScenarioException {
    String world =
        """
        scenario: world
        users: [ann]
        agents: [bot]
        resources: {disk: [read, write]}
        policies: [ann MAY read disk directly, ann MAY write disk via bot]
        """;
    PlayedAttacks played =
        assertAgrees(new Macaroon(), ScenarioReader.read("world.yaml", world.getBytes(UTF_8)));
    assertEquals(2, played.secrets().get(0).reach());
  }

  private static Scenario read(Path file) throws IOException, InvalidScenarioException {
    return ScenarioReader.read(file.toString(), Files.readAllBytes(file));
  }

  private static PlayedAttacks assertAgrees(CredentialStrategy unguarded, Scenario scenario) {
    CredentialStrategy strategy = Probe.observed(unguarded, SETTINGS.tokenService(), scenario);
    Probe probe =
        Probe.of(strategy, SETTINGS.tokenService(scenario.workload().tokenLifetime()), scenario);
    PlayedAttacks played = new AttackStage(scenario, strategy, probe, SETTINGS).play(scenario);
    played.requireSame(
        strategy.about().name(),
        new AttackScore(
                TruthTable.apart(scenario),
                strategy.about().proof(),
                probe.cheats(scenario),
                probe.attacks(scenario))
            .facts(played.standing()));
    return played;
  }
}
