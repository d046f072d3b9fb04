package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.WorldScorer;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.WorldPlan;
import dev.onbehalf.simulation.result.WorldPlan.Part;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.simulation.score.Worlds;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is scored target by target is what a run says that knows all requests. */
final class WorldScorerTest {
  private static final SimulationSettings SETTINGS = SimulationSettings.byDefault().exactAlone();
  private static final List<CredentialStrategy> STRATEGIES = Strategies.all().toList();
  private static final ScenarioSource SOURCE = new ScenarioSource("s.yaml", "");
  private static final Behaviours BEHAVIOURS = new Behaviours();
  private static final int NAMED = 4;
  private static final int RANDOM = Integer.getInteger("worlds.random", 4);

  static List<Path> files() throws IOException {
    return SurveyorTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void scenario_isScoredAsByARun(Path file) throws IOException, InvalidScenarioException {
    assertSame(ScenarioReader.read("s.yaml", Files.readAllBytes(file)));
  }

  @Test
  void randomWorlds_areScoredAsByARun() {
    int plans = 0;
    for (int seed = 0; seed < RANDOM; seed++) {
      plans += assertSame(Worlds.read(Worlds.randomOfNewSentences(seed))) ? 1 : 0;
    }
    assertTrue(plans > RANDOM / 3, plans + " plans");
  }

  /** Whether there is a plan. */
  private static boolean assertSame(Scenario scenario) {
    SimulationResult run =
        Simulator.run(scenario, SOURCE, STRATEGIES, SETTINGS, Progress.NONE, BEHAVIOURS);
    WorldResult score = WorldScorer.run(scenario, SOURCE, STRATEGIES, SETTINGS, BEHAVIOURS);
    String yaml = scenario.toString();
    assertEquals(
        run.strategies().stream().map(one -> one.name()).toList(),
        score.strategies().stream().map(one -> one.name()).toList(),
        yaml);
    if (scenario.requirements().isEmpty()) {
      assertEquals(run.verdict().becauseOf(), score.verdict().becauseOf(), yaml);
      assertEquals(run.plan().map(plan -> inParts(plan)), score.plan(), yaml);
    }
    return run.plan().isPresent();
  }

  private static WorldPlan inParts(Plan plan) {
    return new WorldPlan(
        inParts(plan.resources()),
        plan.machinery(),
        plan.exact(),
        plan.signaturesAndRoundTrips(),
        plan.credentials(),
        plan.steps().stream()
            .map(
                step ->
                    new WorldPlan.Step(
                        step.adds(),
                        step.changes(),
                        inParts(step.resources()),
                        step.policies().size(),
                        step.policies().stream().limit(NAMED).toList()))
            .toList());
  }

  private static List<Part> inParts(Map<String, String> resources) {
    return resources.values().stream().distinct().map(name -> part(name, resources)).toList();
  }

  private static Part part(String strategy, Map<String, String> resources) {
    List<String> served =
        resources.entrySet().stream()
            .filter(entry -> entry.getValue().equals(strategy))
            .map(Map.Entry::getKey)
            .toList();
    return new Part(strategy, served.size(), served.stream().limit(NAMED).toList());
  }
}
