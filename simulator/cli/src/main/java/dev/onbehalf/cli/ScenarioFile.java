package dev.onbehalf.cli;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.ScenarioSource;

/** A scenario and the file that it was read from. */
record ScenarioFile(Scenario scenario, ScenarioSource source) {
  String name() {
    return scenario.name();
  }

  String file() {
    return source.file();
  }
}
