package dev.onbehalf.cli;

import dev.onbehalf.cli.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.OutputFolder.OutputException;
import dev.onbehalf.reports.InvalidResultException;
import dev.onbehalf.reports.Printable;
import java.util.ArrayList;
import java.util.List;
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
    ExitCode worst = ExitCode.OK;
    for (String file : files) {
      worst = worst.or(render(file, reports));
    }
    reports.writeSummaries().forEach(this::announce);
    return worst.code();
  }

  private ExitCode render(String file, ReportFiles reports) throws OutputException {
    try {
      announce(reports.writePage(FileBytes.read(console.workingDirectory(), file, MOST_BYTES)));
      return ExitCode.OK;
    } catch (UnreadableFileException e) {
      console.err().println(Printable.text(file + ": " + e.reason()));
    } catch (InvalidResultException e) {
      console.err().println(Printable.text(file + ": " + e.getMessage()));
    }
    return ExitCode.INVALID_INPUT;
  }

  private void announce(String name) {
    console.out().println(Printable.text("wrote " + out + "/" + name));
  }
}
