package dev.onbehalf.cli;

import dev.onbehalf.reports.Printable;
import dev.onbehalf.simulation.StrategyFailedException;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the strategies there are. */
@Command(
    name = "strategies",
    description = "Lists the strategies and what each proves.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StrategiesCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  StrategiesCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws BadPlugInException {
    StrategyCatalogue catalogue = plugIns.strategies(engine, console.workingDirectory());
    int width = catalogue.names().stream().mapToInt(String::length).max().orElse(1);
    ExitCode worst = ExitCode.OK;
    for (CredentialStrategy strategy : catalogue.all()) {
      worst = worst.or(print(strategy, width));
    }
    return worst.code();
  }

  private ExitCode print(CredentialStrategy strategy, int width) {
    try {
      console.out().println(line(strategy, width));
      return ExitCode.OK;
    } catch (StrategyFailedException e) {
      Failure failure = Failure.of(e);
      console.err().println(failure.line());
      return failure.code();
    }
  }

  private static String line(CredentialStrategy strategy, int width) {
    String name = Printable.text(strategy.name());
    return name
        + " ".repeat(Math.max(0, width - name.length()))
        + "  proves directly: "
        + words(strategy.proves().atResource().directly())
        + "; via an agent: "
        + words(strategy.proves().attributesVia());
  }

  private static String words(List<String> attributes) {
    return attributes.isEmpty() ? "nothing" : Printable.text(String.join(", ", attributes));
  }
}
