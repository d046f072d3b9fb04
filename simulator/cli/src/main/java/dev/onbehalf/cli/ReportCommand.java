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
import dev.onbehalf.cli.run.ResultNames;
import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.reports.json.ResultJson.ResultFile;
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
    ResultNames names = new ResultNames(files.size() > 1);
    List<SimulationResult> results = new ArrayList<>();
    for (String file : files) {
      render(file, names, reports).ifPresent(results::add);
    }
    // A summary of nothing would replace one of something.
    if (!results.isEmpty()) {
      summarize(results, reports);
    }
    boolean all = results.size() == files.size();
    return (all ? ExitCode.OK : ExitCode.INVALID_INPUT).code();
  }

  private void summarize(List<SimulationResult> results, ReportFiles reports)
      throws OutputException {
    reports.writeSummaries(results).forEach(this::announce);
    formats.stream()
        .distinct()
        .filter(ReportFormat::isPrinted)
        .forEach(format -> console.annotate(format.render(results)));
  }

  private Optional<SimulationResult> render(String file, ResultNames names, ReportFiles reports)
      throws OutputException {
    try {
      byte[] json = FileBytes.read(console.workingDirectory(), file, MOST_BYTES);
      ResultFile result = ResultJson.read(json);
      Optional<String> taken = names.take(result.result().scenario().name(), file);
      if (taken.isPresent()) {
        return refuse(file, taken.get());
      }
      announce(HtmlReport.fileName(reports.writePage(result)));
      return Optional.of(result.result());
    } catch (UnreadableFileException e) {
      return refuse(file, e.reason());
    } catch (InvalidResultException e) {
      return refuse(file, String.valueOf(e.getMessage()));
    }
  }

  private Optional<SimulationResult> refuse(String file, String reason) {
    console.err().println(PrintableText.escaped(file + ": " + reason));
    return Optional.empty();
  }

  private void announce(String name) {
    console.out().println(PrintableText.escaped("wrote " + out + "/" + name));
  }
}
