package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.reports.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code sim.jar}. */
public final class Main {
  private final Engine engine;
  private final Console console;

  Main(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console =
        new Console(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Path.of(""),
            StandardError::isTerminal);
    PlugInExit.exit(new Main(Engine.real(), console).run(args));
  }

  /** Runs the command and returns its exit code. */
  int run(String... args) {
    int code = execute(args);
    if (console.out().checkError() && code == ExitCode.OK.code()) {
      console.err().println("standard output: can't be written");
      return ExitCode.OUTPUT_FAILED.code();
    }
    return code;
  }

  private int execute(String... args) {
    RunCommand run = new RunCommand(engine, console);
    try {
      return commandLine(run).execute(args);
    } catch (RuntimeException | Error e) {
      return run.report(Failure.of(e)).code();
    }
  }

  private CommandLine commandLine(RunCommand run) {
    return new CommandLine(run)
        .addSubcommand(new ValidateCommand(engine, console))
        .addSubcommand(new StrategiesCommand(engine, console))
        .addSubcommand(new CompareCommand(engine, console))
        .addSubcommand(new BenchCommand(engine, console))
        .addSubcommand(new ReportCommand(console))
        .addSubcommand(new InitCommand(console))
        .addSubcommand(new WatchCommand(console, this::runAgain, FileChanges::new))
        .addSubcommand(new GenerateCommand(console))
        .addSubcommand(new SchemaCommand(console))
        .addSubcommand(new CompletionCommand(console))
        .setOut(new PrintWriter(console.out(), true, UTF_8))
        .setErr(new PrintWriter(console.err(), true, UTF_8))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, args) -> refuse(e))
        .setExecutionExceptionHandler((e, command, parsed) -> report(run, e).code());
  }

  private ExitCode report(RunCommand run, Exception e) {
    if (e instanceof BadPlugInException bad) {
      console.complain(bad.lines());
      return ExitCode.INVALID_INPUT;
    }
    return run.report(Failure.of(e));
  }

  private void runAgain(List<String> args) {
    execute(args.toArray(String[]::new));
  }

  private int refuse(ParameterException e) {
    String.valueOf(e.getMessage()).lines().map(Printable::text).forEach(console.err()::println);
    UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
    console
        .err()
        .println(
            "for help, try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.INVALID_INPUT.code();
  }

  /** UTF-8 whatever the locale: the signs have to arrive, in pipes and in containers, too. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
  }
}
