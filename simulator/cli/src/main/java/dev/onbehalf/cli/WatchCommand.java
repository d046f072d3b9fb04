package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.FileChanges;
import dev.onbehalf.cli.console.FileName;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.text.PrintableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a scenario whenever its file changes, until someone ends it. */
@Command(
    name = "watch",
    description = "Runs a scenario now, and says what changed whenever it changes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class WatchCommand implements Callable<Integer> {
  private final Console console;
  private final ToIntFunction<List<String>> run;
  private final FileChanges.Watcher watcher;

  @Parameters(paramLabel = "FILE", converter = FileName.class, description = "the scenario to run")
  private String file = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = FileName.class,
      description = "the folder for the results")
  private String out = "reports/out";

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      completionCandidates = StrategyNames.class,
      description = "run this strategy alone")
  private List<String> strategies = new ArrayList<>();

  @Mixin private PlugInOptions plugIns = new PlugInOptions();

  @Option(names = "--quiet", description = "print the verdicts alone")
  private boolean quiet;

  private Optional<String> lastGood = Optional.empty();

  /**
   * A command that isn't running yet.
   *
   * @param run gives a command line to the program, and returns the exit code
   */
  WatchCommand(Console console, ToIntFunction<List<String>> run, FileChanges.Watcher watcher) {
    this.console = console;
    this.run = run;
    this.watcher = watcher;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path path = console.workingDirectory().resolve(file);
    if (Files.isDirectory(path)) {
      return refuse("is a folder; expected a file");
    }
    try (FileChanges changes = watcher.watch(path)) {
      do {
        runOnce();
      } while (changes.await());
      return refuse("its folder is gone");
    } catch (IOException e) {
      return refuse("its folder can't be watched: " + OutputFolder.reason(e));
    }
  }

  private void runOnce() throws IOException {
    long start = System.nanoTime();
    Path path = console.workingDirectory().resolve(file);
    byte[] now = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    if (run.applyAsInt(arguments(quiet || lastGood.isPresent())) != ExitCode.INVALID_INPUT.code()) {
      if (lastGood.isPresent()) {
        compareWith(lastGood.get());
      }
      lastGood = Optional.of(new String(now, UTF_8));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    console
        .err()
        .println(
            PrintableText.escaped("%s: ran in %.2f s, watching".formatted(file, seconds)) + "\n");
  }

  /** Says what changed since the last version that could be run. */
  private void compareWith(String before) throws IOException {
    Path folder = Files.createTempDirectory("watch");
    Path old = Files.writeString(folder.resolve("before.yaml"), before);
    List<String> arguments =
        new ArrayList<>(List.of("diff", DiffCommand.OLD_NAME, file + " before"));
    arguments.addAll(plugIns.arguments());
    arguments.addAll(List.of("--", old.toString(), file));
    // What can't be compared says so itself.
    var unused = run.applyAsInt(arguments);
    Files.delete(old);
    Files.delete(folder);
  }

  private List<String> arguments(boolean briefly) {
    List<String> arguments = new ArrayList<>(List.of("--no-bench", "--out", out));
    if (briefly) {
      arguments.add("--quiet");
    }
    arguments.addAll(plugIns.arguments());
    strategies.forEach(strategy -> arguments.addAll(List.of("--strategy", strategy)));
    arguments.addAll(List.of("--", file));
    return arguments;
  }

  private int refuse(String reason) {
    console.err().println(PrintableText.escaped(file + ": " + reason));
    return ExitCode.INVALID_INPUT.code();
  }
}
