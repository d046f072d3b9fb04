package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Bundled;
import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of scenario files. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of scenario files, for completion in editors.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SchemaCommand implements Callable<Integer> {
  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(Bundled.schema());
    return ExitCode.OK.code();
  }
}
