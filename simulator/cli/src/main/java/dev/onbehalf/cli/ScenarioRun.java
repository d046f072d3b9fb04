package dev.onbehalf.cli;

import dev.onbehalf.cli.OutputFolder.OutputException;
import dev.onbehalf.reports.InvalidResultException;
import dev.onbehalf.reports.Printable;
import dev.onbehalf.reports.ResultJson;
import dev.onbehalf.reports.TerminalReport;
import dev.onbehalf.simulation.Progress;
import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationSettings;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;

/** Runs one scenario: simulates it, writes the result, prints the report. */
record ScenarioRun(
    Engine.Simulation simulation,
    List<CredentialStrategy> strategies,
    SimulationSettings settings,
    OutputFolder folder,
    ReportFiles reports,
    Console console,
    Format format) {
  /** Runs the scenario and says whether it came out as expected. */
  ExitCode run(ScenarioFile scenario) throws OutputException {
    SimulationResult result = simulate(scenario);
    byte[] json = ResultJson.write(result, Environment.of(settings));
    folder.write(scenario.name() + ".json", json);
    String page = writePage(json);
    print(result);
    if (!format.quiet()) {
      console.out().println("\nReport: " + Printable.text(folder.shown(page)));
    }
    return result.asExpected() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
  }

  private String writePage(byte[] json) throws OutputException {
    try {
      return reports.writePage(json);
    } catch (InvalidResultException e) {
      throw new IllegalStateException("a result just written can't be read back", e);
    }
  }

  private SimulationResult simulate(ScenarioFile scenario) {
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      Progress progress = format.quiet() ? Progress.NONE : line;
      return simulation.run(scenario.scenario(), scenario.source(), strategies, settings, progress);
    }
  }

  private void print(SimulationResult result) {
    if (format.quiet()) {
      console.out().print(TerminalReport.verdictLine(result));
      console.complain(TerminalReport.unmetExpectations(result));
    } else {
      console.out().print(TerminalReport.render(result, format.style()));
    }
    console.out().flush();
  }
}
