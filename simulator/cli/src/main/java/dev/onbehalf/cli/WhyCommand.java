package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.ScenarioFiles;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.reports.terminal.WhyReport;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.InvalidRequestException;
import dev.onbehalf.scenario.reading.RequestReader;
import dev.onbehalf.simulation.Inquirer;
import dev.onbehalf.simulation.result.Inquiry;
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

/** Says why one request is permitted or denied, and which strategies can tell. */
@Command(
    name = "why",
    description = "Says why one request is permitted or denied, and which strategies can tell.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class WhyCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      converter = FileName.class,
      description = "the scenario")
  private String file = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "REQUEST",
      description = "such as \"bob edit document via agent when mode is batch\"")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = StrategyNames.class,
      description = "ask this strategy alone; may be given several times")
  private List<String> strategies = new ArrayList<>();

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Mixin private ColorOption color = new ColorOption();

  WhyCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    strategies.forEach(name -> require(catalogue.has(name), catalogue.unknown(name)));
    ScenarioFiles read = new ScenarioFiles(console.workingDirectory(), engine.reader(), catalogue);
    read.read(List.of(file));
    if (!read.problems().isEmpty()) {
      console.complain(read.problems());
      return ExitCode.INVALID_INPUT.code();
    }
    return answer(read.scenarios().get(0).scenario(), catalogue).code();
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private ExitCode answer(Scenario scenario, StrategyCatalogue catalogue) {
    try {
      Request request = RequestReader.read(String.join(" ", words), scenario);
      Inquiry inquiry =
          Inquirer.inquire(
              scenario,
              request,
              profile.carried(profile.carried(catalogue.named(strategies)), scenario),
              profile.settings(DefaultSettings.of()));
      profile.title().ifPresent(title -> console.out().println("profile " + title));
      console.out().print(WhyReport.render(inquiry, file, color.style()));
      return ExitCode.OK;
    } catch (InvalidRequestException e) {
      console.complain(e.problems().stream().map(PrintableText::escaped).toList());
      return ExitCode.INVALID_INPUT;
    }
  }
}
