package dev.onbehalf.cli.run;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.ScenarioSource;

/** A scenario and the file that it was read from. */
public record ScenarioFile(Scenario scenario, ScenarioSource source) {
  String name() {
    return scenario.name();
  }

  public String file() {
    return source.file();
  }
}
