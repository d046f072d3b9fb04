package dev.onbehalf.strategies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.RecordedBehaviours;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * What is recorded of the strategies is what they do with real tokens. With {@code -Drecord=write}
 * it is recorded anew.
 */
class RecordedBehavioursTest {
  private static final Path FILE =
      Path.of("src/main/resources/dev/onbehalf/strategies", RecordedBehaviours.FILE);

  private static final String WORLD =
      """
      scenario: world
      users: [alice]
      agents: [planner, executor]
      chains: %s
      resources: [document]
      policies: [anyone MAY use document]
      """;

  private static final List<String> CHAINS = List.of("[]", "[[planner, executor]]");

  @Test
  void record_isWhatStrategiesDo() throws IOException, InvalidScenarioException {
    List<String> lines = new ArrayList<>();
    for (CredentialStrategy strategy : ServiceLoader.load(CredentialStrategy.class)) {
      for (String chains : CHAINS) {
        lines.addAll(part(strategy, WORLD.formatted(chains)));
      }
    }
    String learned = String.join("\n", lines) + "\n";
    if (System.getProperty("record", "").equals("write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, learned);
    }
    assertEquals(learned, Files.readString(FILE), "to be recorded anew with `-Drecord=write`");
  }

  private static List<String> part(CredentialStrategy strategy, String yaml)
      throws InvalidScenarioException {
    Scenario scenario = ScenarioReader.read("world.yaml", yaml.getBytes(UTF_8));
    return RecordedBehaviours.written(
        strategy,
        scenario,
        new Behaviours().of(strategy, scenario, SimulationSettings.byDefault()));
  }
}
