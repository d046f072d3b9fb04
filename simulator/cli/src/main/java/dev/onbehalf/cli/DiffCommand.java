package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.Failures;
import dev.onbehalf.cli.run.ScenarioFiles;
import dev.onbehalf.cli.run.ScenarioFiles.ScenarioFile;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.reports.terminal.DiffReport;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.score.TruthDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what two versions of a scenario differ in, by the exact score alone. */
@Command(
    name = "diff",
    description = "Says which calls, policies and verdicts differ between two scenarios.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DiffCommand implements Callable<Integer> {
  /** For whoever has kept what is compared in a file that the user doesn't know. */
  static final String OLD_NAME = "--old-name";

  private final Engine engine;
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      converter = FileName.class,
      description = "the scenario as it was")
  private String old = "";

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      converter = FileName.class,
      description = "the scenario as it is")
  private String now = "";

  @Option(
      names = OLD_NAME,
      paramLabel = "NAME",
      hidden = true,
      description = "what OLD is called, if it is a copy of something")
  private Optional<String> oldName = Optional.empty();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Mixin private ColorOption color = new ColorOption();

  DiffCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    List<ScenarioFile> read = new ArrayList<>();
    // Read one by one, as two versions may have the same name.
    for (String file : List.of(old, now)) {
      ScenarioFiles files =
          new ScenarioFiles(console.workingDirectory(), engine.reader(), catalogue);
      files.read(List.of(file));
      console.complain(files.problems());
      read.addAll(files.scenarios());
    }
    return read.size() < 2
        ? ExitCode.INVALID_INPUT.code()
        : compare(called(read.get(0)), read.get(1), catalogue).code();
  }

  private ScenarioFile called(ScenarioFile file) {
    return oldName
        .map(name -> new ScenarioSource(name, file.source().sha256()))
        .map(source -> new ScenarioFile(file.scenario(), source))
        .orElse(file);
  }

  private ExitCode compare(ScenarioFile before, ScenarioFile after, StrategyCatalogue catalogue) {
    SimulationResult one = score(before, catalogue);
    SimulationResult other = score(after, catalogue);
    if (!one.failed().isEmpty() || !other.failed().isEmpty()) {
      return ExitCode.STRATEGY_FAILED;
    }
    console
        .out()
        .print(
            DiffReport.render(
                one, other, TruthDiff.between(before.scenario(), after.scenario()), color.style()));
    return ExitCode.OK;
  }

  private SimulationResult score(ScenarioFile file, StrategyCatalogue catalogue) {
    Failures heard = new Failures(Progress.NONE);
    SimulationResult result =
        engine
            .simulation()
            .run(
                file.scenario(),
                file.source(),
                catalogue.all(),
                DefaultSettings.of().exactAlone(),
                heard);
    heard.of(file.file()).forEach(failure -> console.err().println(failure.line()));
    return result;
  }
}
