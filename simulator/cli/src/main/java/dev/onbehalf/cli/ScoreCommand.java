package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileBytes;
import dev.onbehalf.cli.console.FileBytes.UnreadableFileException;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.reports.terminal.WorldReport;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.yaml.SourceText;
import dev.onbehalf.simulation.WorldScorer;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a scenario of any size by the exact score alone. */
@Command(
    name = "score",
    description =
        "Says by the exact score alone what strategies can enforce, and the plan: of scenarios of up"
            + " to 2^63 requests. Nothing is played; requirements, expectations, accounts and attacks"
            + " are left to a run.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ScoreCommand implements Callable<Integer> {
  /** How the name of the file ends. */
  private static final String END = ".score.json";

  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      converter = FileName.class,
      description = "the scenario, which may have ranges of names")
  private String file = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FileName.class,
      defaultValue = "reports/out",
      description = "the folder for the result (${DEFAULT-VALUE})")
  private String out = "";

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = StrategyNames.class,
      description = "score this strategy alone; may be given several times")
  private List<String> strategies = new ArrayList<>();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  ScoreCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    for (String name : strategies) {
      if (!catalogue.has(name)) {
        throw new ParameterException(spec.commandLine(), catalogue.unknown(name));
      }
    }
    try {
      return score(catalogue).code();
    } catch (OutputException e) {
      console.err().println(PrintableText.escaped(String.valueOf(e.getMessage())));
      return ExitCode.OUTPUT_FAILED.code();
    }
  }

  private ExitCode score(StrategyCatalogue catalogue) throws OutputException {
    try {
      byte[] bytes = FileBytes.read(console.workingDirectory(), file, SourceText.MAX_BYTES);
      Scenario scenario = engine.reader().read(file, bytes, catalogue);
      write(
          WorldScorer.run(
              scenario,
              ScenarioSource.of(file, bytes),
              catalogue.named(strategies),
              DefaultSettings.of()),
          scenario.expectation().isPresent());
      return ExitCode.OK;
    } catch (UnreadableFileException e) {
      console.err().println(PrintableText.escaped(file + ": " + e.reason()));
    } catch (InvalidScenarioException e) {
      e.problems().stream()
          .flatMap(problem -> problem.render(file).lines())
          .map(PrintableText::escaped)
          .forEach(console.err()::println);
    }
    return ExitCode.INVALID_INPUT;
  }

  private void write(WorldResult result, boolean expecting) throws OutputException {
    OutputFolder folder = new OutputFolder(console.workingDirectory().resolve(out));
    folder.create();
    String name = result.scenario().name() + END;
    folder.write(name, ResultJson.write(result));
    WorldReport.lines(result).forEach(console.out()::println);
    if (expecting) {
      console.out().println("not checked: what the scenario expects");
    }
    console.out().println("result " + PrintableText.escaped(folder.shown(name)));
  }
}
