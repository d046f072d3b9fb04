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
import dev.onbehalf.reports.html.HtmlIndex;
import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.reports.terminal.ClosingTable;
import dev.onbehalf.reports.terminal.SharedDesignReport;
import dev.onbehalf.reports.terminal.Style;
import dev.onbehalf.reports.terminal.SummaryReport;
import dev.onbehalf.reports.terminal.TerminalReport;
import dev.onbehalf.reports.terminal.TimingReport;
import dev.onbehalf.reports.terminal.TimingSummary;
import dev.onbehalf.reports.words.Doubts;
import dev.onbehalf.reports.words.Pattern;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs scenarios: simulates each, writes its result, prints its report.
 *
 * @param product the one whose token service is played, if it isn't ours
 * @param failures hears of strategies that fail
 * @param done the results so far
 */
public record ScenarioRun(
    Engine.Simulation simulation,
    List<CredentialStrategy> strategies,
    SimulationSettings settings,
    Optional<String> product,
    OutputFolder folder,
    ReportFiles reports,
    Console console,
    Format format,
    Consumer<Failure> failures,
    List<Done> done) {
  /** How results are printed: in short, whole or, when quiet, the verdicts alone. */
  public record Format(Style style, boolean quiet, boolean full) {}

  /** A scenario that was run, and what came out. */
  record Done(Scenario scenario, SimulationResult result) {}

  /** Runs the scenario and says whether it came out as expected. */
  public ExitCode run(ScenarioFile scenario) throws OutputException {
    EarlyVerdict early = new EarlyVerdict(console.out(), done.isEmpty() ? "" : "\n");
    SimulationResult result;
    try {
      result = simulate(scenario, early);
    } catch (RuntimeException | Error e) {
      early.withdraw();
      throw e;
    }
    print(result, early);
    write(result);
    printPlace(result);
    done.add(new Done(scenario.scenario(), result));
    ExitCode code = result.asExpected() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
    return result.failed().isEmpty() ? code : code.or(ExitCode.STRATEGY_FAILED);
  }

  /**
   * Measures the strategies once, and adds what they cost to the results of all scenarios, which
   * are there already and stay when this is interrupted.
   *
   * @param all whether every strategy is measured, and not just those that the summaries show
   */
  public void measure(Engine.Measuring measuring, Plan plan, boolean all)
      throws MeasurementException, OutputException {
    List<String> names = measurable();
    if (!all) {
      names = names.stream().filter(shown()::contains).toList();
    }
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
      printTimes(List.copyOf(measurement.timings().values()));
    }
  }

  private Set<String> shown() {
    return results().stream()
        .flatMap(result -> Pattern.inShort(result).stream())
        .map(pattern -> pattern.shown().name())
        .collect(Collectors.toSet());
  }

  private void printTimes(List<Timing> timings) {
    if (format.full()) {
      SimulationResult last = done.get(done.size() - 1).result();
      console.out().print(TimingReport.render(TimingReport.rows(last), format.style()));
    } else {
      console.out().println();
      TimingSummary.lines(results()).forEach(console.out()::println);
    }
    printPlace(lastPage(), ", with these times" + Doubts.about(timings));
  }

  /** Closes what was printed of several scenarios, with the files that speak of all of them. */
  public void close(List<String> written) {
    if (format.quiet()) {
      return;
    }
    if (done.size() > 1) {
      console.out().println();
      console.out().print(ClosingTable.render(results(), format.style()));
      console.out().print(SharedDesignReport.render(results(), format.style()));
    }
    written.forEach(file -> printPlace(file, ""));
  }

  private String lastPage() {
    return done.size() > 1 ? HtmlIndex.FILE_NAME : HtmlReport.fileName(done.get(0).result());
  }

  private void printPlace(String file, String more) {
    console.out().println("report " + PrintableText.escaped(folder.shown(file)) + more);
    console.out().flush();
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
    byte[] json = ResultJson.write(result, Environment.of(settings, product));
    folder.write(result.scenario().name() + ".json", json);
    try {
      reports.writePage(json);
    } catch (InvalidResultException e) {
      throw new IllegalStateException("a result just written can't be read back", e);
    }
  }

  private SimulationResult simulate(ScenarioFile scenario, EarlyVerdict early) {
    SimulationResult result;
    List<Failure> failed;
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      Failures heard =
          new Failures(
              format.quiet() ? Progress.NONE : line,
              foretold -> {
                line.clear();
                printVerdict(foretold, early);
                if (done.isEmpty()) {
                  HeadStart.goOn();
                }
              });
      result = simulation.run(scenario.scenario(), scenario.source(), strategies, settings, heard);
      failed = heard.of(scenario.file());
    }
    failed.forEach(failures);
    return result;
  }

  /** What a plug-in does when it is played may well be to fail, and then the verdict is another. */
  private void printVerdict(SimulationResult foretold, EarlyVerdict early) {
    if (!format.quiet() && measurable().size() == strategies.size()) {
      early.print(
          format.full()
              ? TerminalReport.verdict(foretold, format.style())
              : SummaryReport.verdict(foretold, format.style()));
    }
  }

  private void print(SimulationResult result, EarlyVerdict early) {
    if (format.quiet()) {
      console.out().print(TerminalReport.verdictLine(result));
      console.complain(TerminalReport.unmetExpectations(result));
      console.out().flush();
    } else {
      early.complete(
          format.full()
              ? TerminalReport.render(result, format.style())
              : SummaryReport.render(result, format.style()));
    }
  }

  private void printPlace(SimulationResult result) {
    if (!format.quiet()) {
      console.out().println();
      printPlace(HtmlReport.fileName(result), format.full() ? "" : " · all tables: --full");
    }
  }
}
