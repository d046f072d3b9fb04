package dev.onbehalf.cli;

import dev.onbehalf.jmh.Measurement;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.jmh.gate.ForkProcess;
import dev.onbehalf.jmh.gate.Forks;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.ScenarioReader;
import dev.onbehalf.simulation.Progress;
import dev.onbehalf.simulation.ScenarioSource;
import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationSettings;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.strategy.CredentialStrategy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What the commands put to work: the reader, the simulator and the strategies there are. */
record Engine(
    Reader reader,
    Simulation simulation,
    Measuring measuring,
    Supplier<List<CredentialStrategy>> plugIns) {
  /** How long a process of the gate may take, however busy the machine is. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The engine of the program. */
  static Engine real() {
    return new Engine(ScenarioReader::read, Simulator::run, Measurement::run, PlugIns::load);
  }

  /** The strategies by name. */
  StrategyCatalogue strategies() {
    return new StrategyCatalogue(plugIns.get());
  }

  /** Turns the bytes of a file into a scenario. */
  @FunctionalInterface
  interface Reader {
    /** Reads the scenario; {@code file} is the name used in messages. */
    Scenario read(String file, byte[] bytes, KnownStrategies strategies)
        throws InvalidScenarioException;
  }

  /** Measures what strategies cost. */
  @FunctionalInterface
  interface Measuring {
    /** Measures the strategies of these names. */
    Measurement run(List<String> strategies, Plan plan, Progress progress)
        throws MeasurementException;

    /** The processes in which the gate measures. */
    default Forks forks() {
      return new ForkProcess(DuetFork.class.getName(), PATIENCE);
    }
  }

  /** Runs a scenario through strategies. */
  @FunctionalInterface
  interface Simulation {
    /** Runs the scenario. */
    SimulationResult run(
        Scenario scenario,
        ScenarioSource source,
        List<CredentialStrategy> strategies,
        SimulationSettings settings,
        Progress progress);
  }
}
