package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileChanges;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.LogStream;
import dev.onbehalf.cli.console.Terminal;
import dev.onbehalf.cli.plugin.BadPlugInException;
import dev.onbehalf.cli.plugin.PlugInExit;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.run.Failure;
import dev.onbehalf.cli.run.HeadStart;
import dev.onbehalf.text.PrintableText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code sim.jar}. */
public final class Main {
  private final Engine engine;
  private final Console console;

  public Main(Engine engine, Console console) {
    this.engine = engine;
    this.console = console;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(new LastWords());
    PlugInExit.guard();
    // Results are compared between machines, so that their digits may not be the user's own.
    Locale.setDefault(Locale.ROOT);
    Console console =
        new Console(
            LogStream.to(new FileOutputStream(FileDescriptor.out)),
            LogStream.to(new FileOutputStream(FileDescriptor.err)),
            Path.of(""),
            Terminal::isPipe,
            Terminal::showsErrors);
    Main program = new Main(Engine.real(), console);
    if (!FileName.canNameFiles()) {
      console.err().println("the working folder has a name that can't be read: " + FileName.REMEDY);
      PlugInExit.exit(ExitCode.INVALID_INPUT.code());
    }
    if (program.isRun(List.of(args))) {
      HeadStart.begin();
    }
    PlugInExit.exit(program.run(args));
  }

  /** Runs the command and returns its exit code. */
  public int run(String... args) {
    int code = execute(args);
    // A program that has read enough may leave; what it didn't read isn't missed.
    if (console.out().checkError()
        && code == ExitCode.OK.code()
        && !console.piped().getAsBoolean()) {
      console.err().println("standard output: can't be written");
      return ExitCode.OUTPUT_FAILED.code();
    }
    return code;
  }

  /** What `help` and `help COMMAND` mean; another word is taken for the name of a file. */
  private String[] withoutHelp(String... args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    if (args.length == 1) {
      return new String[] {"--help"};
    }
    return commands().containsKey(args[1])
        ? new String[] {args[1], "--help"}
        : new String[] {args[1]};
  }

  private int execute(String... given) {
    String[] args = withoutHelp(given);
    RunCommand run = new RunCommand(engine, console, commands().keySet());
    try {
      return commandLine(run, List.of(args)).execute(args);
    } catch (RuntimeException | Error e) {
      return run.report(Failure.of(e)).code();
    }
  }

  /** Whether the arguments are those of a run of scenarios. */
  private boolean isRun(List<String> args) {
    return !args.isEmpty()
        && !args.get(0).equals("help")
        && args.stream().noneMatch(arg -> arg.equals("--version") || commands().containsKey(arg))
        && !asksForAll(args);
  }

  private CommandLine commandLine(RunCommand run, List<String> args) {
    CommandLine line = new CommandLine(run);
    boolean all = asksForAll(args);
    commands()
        .forEach(
            (name, command) -> {
              // Describing a command to the library takes long, and most runs need none.
              if (all || args.contains(name)) {
                line.addSubcommand(command.get());
              }
            });
    line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    return line.setOut(new PrintWriter(console.out(), true, UTF_8))
        .setErr(new PrintWriter(console.err(), true, UTF_8))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, words) -> refuse(e))
        .setExecutionExceptionHandler((e, command, parsed) -> report(run, e).code());
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> meanings = new LinkedHashMap<>();
    ExitCode.inOrder().forEach(one -> meanings.put("%2d".formatted(one.code()), one.meaning()));
    return meanings;
  }

  /** Whether the answer lists the commands. */
  private static boolean asksForAll(List<String> args) {
    return args.stream()
        .anyMatch(
            arg -> arg.startsWith("-h") || arg.startsWith("--help") || arg.equals("completion"));
  }

  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("validate", () -> new ValidateCommand(engine, console));
    commands.put("strategies", () -> new StrategiesCommand(engine, console));
    commands.put("explain", () -> new ExplainCommand(engine, console));
    commands.put("compare", () -> new CompareCommand(engine, console));
    commands.put("why", () -> new WhyCommand(engine, console));
    commands.put("diff", () -> new DiffCommand(engine, console));
    commands.put("bench", () -> new BenchCommand(engine, console));
    commands.put("report", () -> new ReportCommand(console));
    commands.put("import", () -> new ImportCommand(console));
    commands.put("export", () -> new ExportCommand(engine, console));
    commands.put("probe", () -> new ProbeCommand(console));
    commands.put("products", () -> new ProductsCommand(engine, console));
    commands.put("init", () -> new InitCommand(console));
    commands.put("watch", () -> new WatchCommand(console, this::runAgain, FileChanges::of));
    commands.put("serve", () -> new ServeCommand(engine, console, address -> forever()));
    commands.put("sweep", () -> new SweepCommand(engine, console));
    commands.put("score", () -> new ScoreCommand(engine, console));
    commands.put("generate", () -> new GenerateCommand(console));
    commands.put("schema", () -> new SchemaCommand(console));
    commands.put("completion", () -> new CompletionCommand(console));
    return commands;
  }

  private static void forever() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private ExitCode report(RunCommand run, Exception e) {
    if (e instanceof BadPlugInException bad) {
      console.complain(bad.lines());
      return ExitCode.INVALID_INPUT;
    }
    return run.report(Failure.of(e));
  }

  private int runAgain(List<String> args) {
    return execute(args.toArray(String[]::new));
  }

  private int refuse(ParameterException e) {
    String.valueOf(e.getMessage())
        .lines()
        .map(PrintableText::escaped)
        .forEach(console.err()::println);
    UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
    console
        .err()
        .println(
            "for help, try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.INVALID_INPUT.code();
  }
}
