package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.run.DefaultSettings;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.Failure;
import dev.onbehalf.reports.terminal.StrategiesReport;
import dev.onbehalf.simulation.Explainer;
import dev.onbehalf.simulation.result.Explanation;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the strategies there are. */
@Command(
    name = "strategies",
    description = "Lists the strategies, what each does and what it proves.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StrategiesCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Mixin private ColorOption color = new ColorOption();

  StrategiesCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    List<Explanation> explained = new ArrayList<>();
    ExitCode worst = ExitCode.OK;
    for (CredentialStrategy strategy :
        plugIns.strategies(engine, console.workingDirectory()).all()) {
      worst = worst.or(explain(strategy, explained));
    }
    console.out().print(StrategiesReport.render(explained, color.style()));
    return worst.code();
  }

  private ExitCode explain(CredentialStrategy strategy, List<Explanation> explained) {
    try {
      explained.add(Explainer.explain(strategy, DefaultSettings.of()));
      return ExitCode.OK;
    } catch (StrategyFailedException e) {
      Failure failure = Failure.of(e);
      console.err().println(failure.line());
      return failure.code();
    }
  }
}
