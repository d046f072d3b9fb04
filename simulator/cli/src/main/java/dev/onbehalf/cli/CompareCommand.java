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
import dev.onbehalf.reports.terminal.CompareReport;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one scenario through two strategies and prints in what they differ. */
@Command(
    name = "compare",
    description = "Says which policies and which costs of a scenario two strategies differ in.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CompareCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "STRATEGY",
      completionCandidates = StrategyNames.class,
      description = "one strategy")
  private String one = "";

  @Parameters(
      index = "1",
      paramLabel = "STRATEGY",
      completionCandidates = StrategyNames.class,
      description = "the other")
  private String other = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "FILE",
      converter = FileName.class,
      description = "the scenario to compare them on")
  private String file = "";

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Mixin private ColorOption color = new ColorOption();

  CompareCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    require(!file.isEmpty(), missing(catalogue));
    List.of(one, other).forEach(name -> require(catalogue.has(name), catalogue.unknown(name)));
    require(!one.equals(other), "expected two strategies, but found `" + one + "` twice");
    ScenarioFiles read = new ScenarioFiles(console.workingDirectory(), engine.reader(), catalogue);
    read.read(List.of(file));
    if (!read.problems().isEmpty()) {
      console.complain(read.problems());
      return ExitCode.INVALID_INPUT.code();
    }
    return compare(read.scenarios().get(0), catalogue.named(List.of(one, other))).code();
  }

  /** Two words were given, of three. */
  private String missing(StrategyCatalogue catalogue) {
    return "expected two strategies and a scenario, but found `%s` and `%s`: %s"
        .formatted(
            one,
            other,
            catalogue.has(other) ? "the scenario is missing" : "the other strategy is missing");
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private ExitCode compare(ScenarioFile scenario, List<CredentialStrategy> strategies) {
    Failures heard = new Failures(Progress.NONE);
    SimulationResult result =
        engine
            .simulation()
            .run(scenario.scenario(), scenario.source(), strategies, DefaultSettings.of(), heard);
    heard.of(file).forEach(failure -> console.err().println(failure.line()));
    if (!result.failed().isEmpty()) {
      return ExitCode.STRATEGY_FAILED;
    }
    console.out().print(CompareReport.render(result, one, other, color.style()));
    return ExitCode.OK;
  }
}
