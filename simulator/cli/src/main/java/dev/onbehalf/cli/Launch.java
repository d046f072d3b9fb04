package dev.onbehalf.cli;

import dev.onbehalf.cli.launch.QuickStart;
import dev.onbehalf.cli.launch.ShortRun;
import java.util.OptionalInt;

/** The entry of {@code sim.jar}: a short run gets a process of its own that starts sooner. */
public final class Launch {
  private Launch() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (!QuickStart.isSecond() && ShortRun.is(args)) {
      OptionalInt code = QuickStart.run(args);
      if (code.isPresent()) {
        System.exit(code.getAsInt());
      }
    }
    Main.main(args);
  }
}
