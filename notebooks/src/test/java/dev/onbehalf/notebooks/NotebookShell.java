package dev.onbehalf.notebooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.EvalException;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Plays the kernel of a notebook on the JDK's own shell. */
final class NotebookShell implements AutoCloseable {
  /** What the kernel offers to cells besides Java; it marks where a display begins and ends. */
  private static final String KERNEL =
      """
      void display(String mime, Object shown) {
        System.out.println("\\u0001" + shown + "\\u0002[" + mime + "]");
      }
      """;

  /** What the kernel imports before the first cell. */
  private static final List<String> IMPORTED =
      List.of(
          "java.util.*",
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.util.concurrent.*",
          "java.util.prefs.*",
          "java.util.regex.*");

  private static final List<Snippet.Status> UNRESOLVED =
      List.of(Snippet.Status.RECOVERABLE_DEFINED, Snippet.Status.RECOVERABLE_NOT_DEFINED);

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final JShell shell;

  /**
   * A shell in a Java of its own.
   *
   * @param properties the system properties that the cells see
   */
  NotebookShell(Path jar, Map<String, String> properties) {
    PrintStream stream = new PrintStream(output, true, UTF_8);
    List<String> options =
        new ArrayList<>(
            List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
    shell =
        JShell.builder()
            .out(stream)
            .err(stream)
            .remoteVMOptions(options.toArray(String[]::new))
            .build();
    shell.addToClasspath(jar.toString());
    IMPORTED.forEach(name -> shell.eval("import " + name + ";"));
    run(KERNEL);
  }

  /** Runs the code of a cell; fails at the first part that does, or if nobody could read it. */
  CellOutput run(String code) {
    output.reset();
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (!next.completeness().isComplete()) {
        throw new CellFailedException("the code breaks off: " + rest);
      }
      shell.eval(next.source()).forEach(this::check);
      rest = next.remaining();
    }
    return CellOutput.of(output.toString(UTF_8)).check();
  }

  private void check(SnippetEvent event) {
    if (event.exception() != null) {
      throw new CellFailedException(describe(event.exception()));
    }
    if (event.status() == Snippet.Status.REJECTED) {
      shell
          .diagnostics(event.snippet())
          .filter(diagnostic -> diagnostic.isError())
          .findFirst()
          .ifPresent(
              diagnostic -> {
                throw new CellFailedException(
                    diagnostic.getMessage(Locale.ROOT) + " in: " + event.snippet().source());
              });
    }
    // The kernel's own import follows these; one of them again, and it forgets display.
    if (event.snippet() instanceof ImportSnippet again && IMPORTED.contains(again.fullname())) {
      throw new CellFailedException("the kernel has imported this already: " + again.source());
    }
    // The shell would wait for the name; a reader who runs the cells in order meets it here.
    if (UNRESOLVED.contains(event.status())) {
      throw new CellFailedException("a name is missing in: " + event.snippet().source());
    }
  }

  private static String describe(Exception exception) {
    String type =
        exception instanceof EvalException thrown
            ? thrown.getExceptionClassName()
            : exception.getClass().getName();
    return type + ": " + exception.getMessage();
  }

  @Override
  public void close() {
    shell.close();
  }

  /** A cell that can't be run, throws, or leaves what can't be read. */
  static final class CellFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CellFailedException(String message) {
      super(message);
    }
  }
}
