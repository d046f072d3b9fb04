package dev.onbehalf.cli;

import dev.onbehalf.reports.Printable;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the strategies there are. */
@Command(
    name = "strategies",
    description = "Lists the strategies and what each proves.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StrategiesCommand implements Callable<Integer> {
  private final Engine engine;
  private final Console console;

  StrategiesCommand(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<CredentialStrategy> strategies = engine.strategies().all();
    int width = strategies.stream().mapToInt(strategy -> strategy.name().length()).max().orElse(1);
    strategies.forEach(strategy -> console.out().println(line(strategy, width)));
    return ExitCode.OK.code();
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
