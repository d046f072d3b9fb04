package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.Surveyor;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Finding;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.score.Worlds;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A survey's verdict is that of a run which learns all anew, whatever was surveyed before it. */
final class SurveyorTest {
  private static final SimulationSettings SETTINGS = SimulationSettings.byDefault().exactAlone();
  private static final List<CredentialStrategy> STRATEGIES = Strategies.all().toList();
  private static final Surveyor SURVEYOR = new Surveyor(STRATEGIES, SETTINGS);

  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(CasesTest.cases());
    try (DirectoryStream<Path> ours = Files.newDirectoryStream(Path.of("../scenarios"), "*.yaml")) {
      ours.forEach(files::add);
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void scenario_isDecidedAsByARun(Path file) throws IOException, InvalidScenarioException {
    assertSame(ScenarioReader.read("s.yaml", Files.readAllBytes(file)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomWorld_isDecidedAsByARun(long seed) {
    assertSame(Worlds.read(Worlds.randomOfNewSentences(seed)));
  }

  private static void assertSame(Scenario scenario) {
    Finding finding = SURVEYOR.survey(scenario);
    SimulationResult result =
        Simulator.run(
            scenario, new ScenarioSource("s.yaml", ""), STRATEGIES, SETTINGS, Progress.NONE);
    assertEquals(
        result.strategies().stream()
            .map(one -> one.name() + " " + one.suffices() + " " + !one.ruledOutBy().isEmpty())
            .toList(),
        finding.strategies().stream()
            .map(one -> one.strategy() + " " + one.suffices() + " " + one.ruledOut())
            .toList());
    assertEquals(
        result.verdict().recommended(), finding.recommended().map(Finding.Score::strategy));
    assertEquals(result.verdict().needs(), finding.needs());
    assertEquals(result.scenario().requests(), finding.requests());
  }
}
