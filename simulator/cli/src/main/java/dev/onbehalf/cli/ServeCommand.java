package dev.onbehalf.cli;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.Version;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.cli.serve.Playground;
import dev.onbehalf.cli.serve.Trials;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a page on this machine, in which scenarios are written and run. */
@Command(
    name = "serve",
    description = "Serves a playground on this machine alone: the scenario left, its report right.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  /** How long a scenario may run. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Engine engine;
  private final Console console;
  private final Wait wait;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7070",
      description = "the port on loopback; 0 for any that is free (${DEFAULT-VALUE})")
  private int port;

  /** What the command does while the playground is open. */
  @FunctionalInterface
  interface Wait {
    /** Returns when the playground is to be closed. */
    void until(String address) throws InterruptedException, IOException;
  }

  ServeCommand(Engine engine, Console console, Wait wait) {
    this.engine = engine;
    this.console = console;
    this.wait = wait;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      return refuse("expected a `--port` from 0 to 65535, but found " + port);
    }
    // Read by Java's server when it starts: who sends no more for so many seconds is left.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    try (Trials trials = new Trials(engine, PATIENCE);
        Playground playground = Playground.open(port, trials)) {
      console.out().println("open " + playground.address() + " in a browser; Ctrl-C ends it");
      console.out().flush();
      trials.warmUp();
      wait.until(playground.address());
      return ExitCode.OK.code();
    } catch (IOException e) {
      return refuse("port %d can't be opened: %s; try `--port 0`".formatted(port, e.getMessage()));
    }
  }

  private int refuse(String reason) {
    console.err().println(reason);
    return ExitCode.INVALID_INPUT.code();
  }
}
