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
  /** Prints annotations for GitHub: each line is one order, and holds no other. */
  public void annotate(String lines) {
    lines.lines().forEach(this::annotateOne);
    out.flush();
  }

  private void annotateOne(String line) {
    int end = line.indexOf(' ') + 1;
    LogStream.begin(out, line.substring(0, end));
    out.println(line.substring(end));
  }

  /** Tells the user each line of what is wrong. */
  public void complain(List<String> lines) {
    lines.forEach(err::println);
  }
}
