package dev.onbehalf.cli.run;

import dev.onbehalf.simulation.live.SimulationSettings;
import java.time.Clock;

/** How a run is made when the user says nothing of it. */
public final class DefaultSettings {
  /** Runs are repeatable, down to the times in their tokens. */
  public static final Clock CLOCK = SimulationSettings.DEFAULT_CLOCK;

  /** The seed unless told otherwise. */
  public static final long SEED = SimulationSettings.DEFAULT_SEED;

  private DefaultSettings() {}

  public static SimulationSettings of() {
    return SimulationSettings.byDefault();
  }
}
