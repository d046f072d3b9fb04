package dev.onbehalf.cli.run;

import dev.onbehalf.jmh.Measurement;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.jmh.gate.ForkProcess;
import dev.onbehalf.jmh.gate.Forks;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.KnownStrategies;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.strategy.CredentialStrategy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What the commands put to work: the reader, the simulator and the strategies there are. */
public record Engine(
    Reader reader,
    Simulation simulation,
    Measuring measuring,
    Supplier<List<CredentialStrategy>> plugIns) {
  /** How long a process of the gate may take, however busy the machine is. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The engine of the program. */
  public static Engine real() {
    Behaviours behaviours = new Behaviours();
    return new Engine(
        ScenarioReader::read,
        (scenario, source, strategies, settings, progress) ->
            Simulator.run(scenario, source, strategies, settings, progress, behaviours),
        Measurement::run,
        new OnClassPath());
  }

  /** Those on the class path, loaded once: what is learned of one serves all runs. */
  private static final class OnClassPath implements Supplier<List<CredentialStrategy>> {
    private List<CredentialStrategy> loaded = List.of();

    @Override
    public synchronized List<CredentialStrategy> get() {
      if (loaded.isEmpty()) {
        loaded = StrategyCatalogue.onClassPath();
      }
      return loaded;
    }
  }

  /** The strategies by name. */
  public StrategyCatalogue strategies() {
    return new StrategyCatalogue(plugIns.get());
  }

  /** Turns the bytes of a file into a scenario. */
  @FunctionalInterface
  public interface Reader {
    /** Reads the scenario; {@code file} is the name used in messages. */
    Scenario read(String file, byte[] bytes, KnownStrategies strategies)
        throws InvalidScenarioException;
  }

  /** Measures what strategies cost. */
  @FunctionalInterface
  public interface Measuring {
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
  public interface Simulation {
    /** Runs the scenario. */
    SimulationResult run(
        Scenario scenario,
        ScenarioSource source,
        List<CredentialStrategy> strategies,
        SimulationSettings settings,
        Progress progress);
  }
}
