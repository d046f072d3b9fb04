package dev.onbehalf.cli.serve;

import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.Environment;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.lint.Lint;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.SimulationResult;
import java.math.BigInteger;
import java.util.concurrent.CancellationException;

/** One scenario from its text to its page, by what the commands run. */
final class Trial {
  /** The name of the file that isn't there. */
  static final String FILE = "scenario.yaml";

  private static final BigInteger MOST_REQUESTS = BigInteger.valueOf(20_000);

  private final Engine engine;
  private final byte[] yaml;
  private final Depth depth;

  Trial(Engine engine, byte[] yaml, Depth depth) {
    this.engine = engine;
    this.yaml = yaml;
    this.depth = depth;
  }

  /** How much is wanted of a run. */
  enum Depth {
    /** What is wrong, or the verdict: soon. */
    VERDICT,
    /** The whole report: every call played, the workload simulated. */
    REPORT
  }

  /** What came of it, as JSON. */
  String answer() {
    StrategyCatalogue catalogue = engine.strategies();
    try {
      Scenario scenario = engine.reader().read(FILE, yaml, catalogue);
      return scenario.requestCount().compareTo(MOST_REQUESTS) > 0
          ? Answers.problem(tooLarge(scenario))
          : answer(scenario, catalogue);
    } catch (InvalidScenarioException e) {
      return Answers.problems(e.problems());
    } catch (ScenarioTooLargeException e) {
      return Answers.problem(String.valueOf(e.getMessage()));
    }
  }

  private static String tooLarge(Scenario scenario) {
    return "has %s requests, of which the playground takes %s; run it by `java -jar sim.jar`"
        .formatted(scenario.requestCount(), MOST_REQUESTS);
  }

  private String answer(Scenario scenario, StrategyCatalogue catalogue) {
    SimulationSettings settings = DefaultSettings.of();
    return switch (depth) {
      case VERDICT ->
          Answers.verdict(
              scenario,
              result(scenario, catalogue, settings.exactAlone()),
              Lint.warnings(scenario, yaml));
      case REPORT ->
          Answers.report(
              HtmlReport.render(result(scenario, catalogue, settings), Environment.of(settings))
                  .page());
    };
  }

  private SimulationResult result(
      Scenario scenario, StrategyCatalogue catalogue, SimulationSettings settings) {
    return engine
        .simulation()
        .run(
            scenario,
            ScenarioSource.of(FILE, yaml),
            catalogue.all(),
            settings,
            endingWhenInterrupted());
  }

  private static Progress endingWhenInterrupted() {
    return (what, done, total) -> {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException(what);
      }
    };
  }
}
