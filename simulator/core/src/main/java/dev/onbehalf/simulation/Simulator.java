package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;

/** Runs a scenario through strategies and says what each can enforce. */
@SuppressWarnings("DoNotCallSuggester")
public final class Simulator {
  private Simulator() {}

  /**
   * Runs the scenario.
   *
   * @throws StrategyFailedException when a strategy breaks its contract
   * @throws DisagreementException when live run and exact score disagree
   * @throws ScenarioTooLargeException when the request space can't be scored in memory
   */
  public static SimulationResult run(
      Scenario scenario,
      ScenarioSource source,
      List<CredentialStrategy> strategies,
      SimulationSettings settings,
      Progress progress) {
    throw new UnsupportedOperationException();
  }
}
