package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.run.ReportFiles;
import dev.onbehalf.cli.run.ReportFormat;
import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders result files again, without running anything. */
@Command(
    name = "report",
    description = "Writes the pages of result files again.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ReportCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 256 * 1024 * 1024;

  private final Console console;

  @Parameters(paramLabel = "RESULT", arity = "1..*", description = "result files (JSON)")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FileName.class,
      defaultValue = "reports/out",
      description = "the folder for the pages (${DEFAULT-VALUE})")
  private String out = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      description = "also write ${COMPLETION-CANDIDATES}")
  private List<ReportFormat> formats = new ArrayList<>();

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws OutputException {
    OutputFolder folder = new OutputFolder(console.workingDirectory().resolve(out));
    folder.create();
    ReportFiles reports = new ReportFiles(folder, formats);
    List<SimulationResult> results = new ArrayList<>();
    for (String file : files) {
      render(file, reports).ifPresent(results::add);
    }
    reports.writeSummaries(results).forEach(this::announce);
    boolean all = results.size() == files.size();
    return (all ? ExitCode.OK : ExitCode.INVALID_INPUT).code();
  }

  private Optional<SimulationResult> render(String file, ReportFiles reports)
      throws OutputException {
    try {
      byte[] json = FileBytes.read(console.workingDirectory(), file, MOST_BYTES);
      SimulationResult result = reports.writePage(json);
      announce(HtmlReport.fileName(result));
      return Optional.of(result);
    } catch (UnreadableFileException e) {
      console.err().println(PrintableText.escaped(file + ": " + e.reason()));
    } catch (InvalidResultException e) {
      console.err().println(PrintableText.escaped(file + ": " + e.getMessage()));
    }
    return Optional.empty();
  }

  private void announce(String name) {
    console.out().println(PrintableText.escaped("wrote " + out + "/" + name));
  }
}
