package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories of practitioners as scenarios, each with whether it needs on-behalf-of. */
final class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList();
    }
  }

  @Test
  void cases_areAllThere() throws IOException {
    assertEquals(29, cases().size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void story_needsWhatItSays(Path story) throws IOException, InvalidScenarioException {
    SimulationResult result = run(story);
    assertEquals(List.of(), result.failed());
    assertFalse(result.expectations().isEmpty());
    assertEquals(List.of(), result.unmet());
    assertProofsInScope(story, result);
    // What a caller could write proves nothing, so it can't be what keeps anyone out.
    assertEquals(
        List.of(),
        result.strategies().stream()
            .filter(strategy -> result.verdict().recommended().equals(Optional.of(strategy.name())))
            .flatMap(strategy -> strategy.believes().stream())
            .toList());
  }

  private static void assertProofsInScope(Path story, SimulationResult result)
      throws IOException, InvalidScenarioException {
    List<Policy> policies = ScenarioReader.read("story.yaml", Files.readAllBytes(story)).policies();
    for (StrategyResult strategy : result.strategies()) {
      for (int i = 0; i < policies.size(); i++) {
        Policy policy = policies.get(i);
        strategy.policies().get(i).witness().ifPresent(proof -> assertInScope(policy, proof));
      }
    }
  }

  private static void assertInScope(Policy policy, Witness proof) {
    boolean may = policy.effect() == Effect.MAY;
    Request inScope = may ? proof.permitted() : proof.denied();
    assertTrue(policy.isDecisive(inScope, may ? Truth.PERMITTED : Truth.DENIED), proof::sentence);
  }

  private static SimulationResult run(Path story) throws IOException {
    return Runs.run(
        Files.readString(story), 100, Strategies.all().toArray(CredentialStrategy[]::new));
  }
}
