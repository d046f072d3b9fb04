package dev.onbehalf.cli.launch;

import java.io.IOException;
import java.util.Optional;

/** A process with the streams of this one, which never outlives it. */
final class SecondProcess {
  private Optional<Process> process = Optional.empty();

  /**
   * Starts it, and waits for its end. Signals to this process are passed on, and it stays until the
   * other is through with them.
   *
   * @throws IOException when it can't be started
   */
  int exitCode(ProcessBuilder builder) throws IOException {
    // Before the start, so that no signal finds a process that nobody would end.
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "second process"));
    Process started = start(builder);
    while (true) {
      try {
        return started.waitFor();
      } catch (InterruptedException e) {
        started.destroy();
      }
    }
  }

  private synchronized Process start(ProcessBuilder builder) throws IOException {
    Process started = builder.inheritIO().start();
    process = Optional.of(started);
    return started;
  }

  private synchronized void end() {
    if (process.isPresent()) {
      end(process.get());
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
