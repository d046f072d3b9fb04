package dev.onbehalf.simulation.result;

import dev.onbehalf.scenario.Scenario;
import java.util.Optional;

/**
 * One scenario of many, and what was found of it.
 *
 * @param parameters what was varied
 * @param key a checksum of the scenario and of what was asked
 * @param problem why there is no finding; empty if there is one
 */
public record Surveyed(
    String file,
    String parameters,
    String key,
    Optional<Size> size,
    Optional<Finding> finding,
    String problem) {
  /** How large a scenario is. */
  public record Size(String scenario, int users, int agents, int resources) {
    /** The size of this one. */
    public static Size of(Scenario scenario) {
      return new Size(
          scenario.name(),
          scenario.users().size(),
          scenario.agents().size(),
          scenario.resources().size());
    }
  }
}
