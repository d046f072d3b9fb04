package dev.onbehalf.cli.run;

import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** How a run is made when the user says nothing of it. */
public final class DefaultSettings {
  /** Runs are repeatable, down to the times in their tokens. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** The seed unless told otherwise. */
  public static final long SEED = 1;

  private DefaultSettings() {}

  public static SimulationSettings of() {
    return new SimulationSettings(
        SEED,
        SigningAlgorithm.ES256,
        SigningProvider.fastest(),
        CLOCK,
        SimulationSettings.DEFAULT_LIVE_LIMIT);
  }
}
