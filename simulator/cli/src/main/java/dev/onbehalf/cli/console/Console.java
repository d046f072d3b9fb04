package dev.onbehalf.cli.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where a command was given and where it answers.
 *
 * @param piped whether {@code out} goes to another program
 * @param watched whether {@code err} goes to a terminal
 */
public record Console(
    PrintStream out,
    PrintStream err,
    Path workingDirectory,
    BooleanSupplier piped,
    BooleanSupplier watched) {
  /** Tells the user each line of what is wrong. */
  public void complain(List<String> lines) {
    lines.forEach(err::println);
  }
}
