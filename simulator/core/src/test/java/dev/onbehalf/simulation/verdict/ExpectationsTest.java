package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.ControlStrategies.NamedParties;
import dev.onbehalf.simulation.ControlStrategies.NoCredential;
import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An expectation holds exactly if the run came out as it says. */
final class ExpectationsTest {
  /** What is believed unsigned holds both policies while callers are honest, and neither else. */
  private static final String WORLD =
      """
      scenario: expecting
      users: [ann, bob]
      agents: [bot]
      resources: [doc]
      policies: [ann MAY use doc via bot, bob MAY NOT use doc via bot]
      expect: {%s}
      """;

  @Test
  void countsOfHonestAndCheatingCallers_areHeldApart() {
    assertEquals(
        List.of("0 of 0: true", "2 of 2: true"),
        found("enforced: {named-parties: 0}, enforced-if-honest: {named-parties: 2}"));
    assertEquals(
        List.of("2 of 0: false", "0 of 2: false"),
        found("enforced: {named-parties: 2}, enforced-if-honest: {named-parties: 0}"));
  }

  @Test
  void recommendation_isHeldAgainstThatOfTheVerdict_besideCounts() {
    assertEquals(
        List.of("none of none: true", "0 of 0: true"),
        found("recommended: none, enforced: {named-parties: 0}"));
    assertEquals(List.of("named-parties of none: false"), found("recommended: named-parties"));
  }

  @Test
  void onBehalfOf_isHeldAgainstTheWordOfTheVerdict() {
    for (String expected : List.of("required", "not-required")) {
      SimulationResult result = run("on-behalf-of: " + expected, new NamedParties());
      String word = result.verdict().onBehalfOf().word();
      assertEquals(List.of(expected + " of " + word + ": " + expected.equals(word)), words(result));
    }
  }

  @Test
  void strategyThatWasNotRun_isNoMatterOfAnExpectation() {
    SimulationResult result =
        run("recommended: none, enforced-if-honest: {named-parties: 1}", new NoCredential());
    assertEquals(List.of(), result.expectations());
  }

  @Test
  void plan_isHeldAgainstTheStrategyOfEachResource() {
    assertEquals(
        List.of("none of none: true"), words(run("plan: {doc: none}", new NamedParties())));
    assertEquals(
        List.of("named-parties of none: false"),
        words(run("plan: {doc: named-parties}", new NamedParties())));
    assertEquals(List.of(), words(run("plan: {doc: named-parties}", new NoCredential())));
  }

  private static List<String> found(String expected) {
    return words(run(expected, new NamedParties()));
  }

  private static List<String> words(SimulationResult result) {
    return result.expectations().stream().map(ExpectationsTest::words).toList();
  }

  private static String words(ExpectationResult one) {
    return one.expected() + " of " + one.found() + ": " + one.held();
  }

  private static SimulationResult run(String expected, CredentialStrategy strategy) {
    return Runs.run(WORLD.formatted(expected), 100, strategy);
  }
}
