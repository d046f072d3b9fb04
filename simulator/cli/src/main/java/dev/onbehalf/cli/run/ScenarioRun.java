package dev.onbehalf.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.ProgressLine;
import dev.onbehalf.cli.run.ScenarioFiles.ScenarioFile;
import dev.onbehalf.jmh.Measurement;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.Plan;
import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.reports.terminal.Style;
import dev.onbehalf.reports.terminal.TerminalReport;
import dev.onbehalf.reports.terminal.TimingReport;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.verdict.MeasuredWorkload;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs scenarios: simulates each, writes its result, prints its report.
 *
 * @param failures hears of strategies that fail
 * @param done the results so far
 */
public record ScenarioRun(
    Engine.Simulation simulation,
    List<CredentialStrategy> strategies,
    SimulationSettings settings,
    OutputFolder folder,
    ReportFiles reports,
    Console console,
    Format format,
    Consumer<Failure> failures,
    List<Done> done) {
  /** How results are printed: whole or, when quiet, the verdicts alone. */
  public record Format(Style style, boolean quiet) {}

  /** A scenario that was run, and what came out. */
  record Done(Scenario scenario, SimulationResult result) {}

  /** Runs the scenario and says whether it came out as expected. */
  public ExitCode run(ScenarioFile scenario) throws OutputException {
    SimulationResult result = simulate(scenario);
    write(result);
    print(result);
    done.add(new Done(scenario.scenario(), result));
    ExitCode code = result.asExpected() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
    return result.failed().isEmpty() ? code : code.or(ExitCode.STRATEGY_FAILED);
  }

  /** Measures the strategies once, and adds what they cost to the results of all scenarios. */
  public void measure(Engine.Measuring measuring, Plan plan)
      throws MeasurementException, OutputException {
    List<String> names = measurable();
    if (done.isEmpty() || names.isEmpty()) {
      return;
    }
    Measurement measurement = measured(measuring, names, plan);
    done.replaceAll(run -> measured(run, measurement.timings()));
    for (SimulationResult result : results()) {
      write(result);
      folder.write(result.scenario().name() + ".jmh.json", measurement.jmhJson().getBytes(UTF_8));
    }
    if (!format.quiet()) {
      SimulationResult last = done.get(done.size() - 1).result();
      console.out().print(TimingReport.render(TimingReport.rows(last), format.style()));
    }
  }

  /** What came out so far. */
  public List<SimulationResult> results() {
    return done.stream().map(Done::result).toList();
  }

  private Done measured(Done run, Map<String, Timing> timings) {
    MeasuredWorkload workload = new MeasuredWorkload(run.scenario(), settings);
    return new Done(run.scenario(), run.result().with(workload.applied(strategies, timings)));
  }

  /** The strategies on the class path, which the measuring processes have, too. */
  private List<String> measurable() {
    return strategies.stream()
        .filter(strategy -> GuardedStrategy.plugIn(strategy).isEmpty())
        .map(strategy -> strategy.about().name())
        .toList();
  }

  private Measurement measured(Engine.Measuring measuring, List<String> names, Plan plan)
      throws MeasurementException {
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      return measuring.run(names, plan, format.quiet() ? Progress.NONE : line);
    }
  }

  /** Writes the result first, and the page from it alone. */
  private void write(SimulationResult result) throws OutputException {
    byte[] json = ResultJson.write(result, Environment.of(settings));
    folder.write(result.scenario().name() + ".json", json);
    try {
      reports.writePage(json);
    } catch (InvalidResultException e) {
      throw new IllegalStateException("a result just written can't be read back", e);
    }
  }

  private SimulationResult simulate(ScenarioFile scenario) {
    SimulationResult result;
    List<Failure> failed;
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      Failures heard = new Failures(format.quiet() ? Progress.NONE : line);
      result = simulation.run(scenario.scenario(), scenario.source(), strategies, settings, heard);
      failed = heard.of(scenario.file());
    }
    failed.forEach(failures);
    return result;
  }

  private void print(SimulationResult result) {
    if (format.quiet()) {
      console.out().print(TerminalReport.verdictLine(result));
      console.complain(TerminalReport.unmetExpectations(result));
    } else {
      console.out().print(TerminalReport.render(result, format.style()));
      String page = folder.shown(HtmlReport.fileName(result));
      console.out().println("\nReport: " + PrintableText.escaped(page));
    }
    console.out().flush();
  }
}
