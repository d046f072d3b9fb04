package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Runs of strategies on scenarios written down in tests. */
public final class Runs {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private Runs() {}

  public static SimulationResult run(String yaml, int liveLimit, CredentialStrategy... strategies) {
    try {
      return Simulator.run(
          ScenarioReader.read("world.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
          new ScenarioSource("world.yaml", ""),
          List.of(strategies),
          new SimulationSettings(
              1, SigningAlgorithm.ES256, SigningProvider.fastest(), CLOCK, liveLimit),
          Progress.NONE);
    } catch (InvalidScenarioException e) {
      throw new AssertionError(yaml, e);
    }
  }

  /** The result of a strategy that doesn't fail. */
  public static StrategyResult only(CredentialStrategy strategy, String yaml) {
    SimulationResult result = run(yaml, 1_000, strategy);
    assertEquals(List.of(), result.failed());
    return result.strategies().get(0);
  }
}
