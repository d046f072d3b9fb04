package dev.onbehalf.cli;

import dev.onbehalf.simulation.SimulationSettings;
import dev.onbehalf.token.SigningAlgorithm;
import dev.onbehalf.token.SigningProvider;

/** How a run is made when the user says nothing of it. */
final class DefaultSettings {
  private DefaultSettings() {}

  static SimulationSettings of() {
    return new SimulationSettings(
        1,
        SigningAlgorithm.ES256,
        SigningProvider.fastest(),
        RunCommand.CLOCK,
        SimulationSettings.DEFAULT_LIVE_LIMIT);
  }
}
