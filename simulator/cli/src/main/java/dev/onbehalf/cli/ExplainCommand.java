package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.StrategyCatalogue;
import dev.onbehalf.reports.terminal.ExplainReport;
import dev.onbehalf.simulation.Explainer;
import dev.onbehalf.simulation.result.Explanation;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays the calls of one strategy and prints all that they show. */
@Command(
    name = "explain",
    description = "Shows what the calls of a strategy present, and what evidence results.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "STRATEGY",
      completionCandidates = StrategyNames.class,
      description = "the strategy to explain")
  private String strategy = "";

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Mixin private ColorOption color = new ColorOption();

  ExplainCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    if (!catalogue.has(strategy)) {
      throw new ParameterException(spec.commandLine(), catalogue.unknown(strategy));
    }
    CredentialStrategy named = catalogue.named(List.of(strategy)).get(0);
    Explanation explanation = Explainer.explain(named, DefaultSettings.of());
    console.out().print(ExplainReport.render(explanation, color.style()));
    return ExitCode.OK.code();
  }
}
