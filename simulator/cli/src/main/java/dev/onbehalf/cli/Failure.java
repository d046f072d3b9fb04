package dev.onbehalf.cli;

import dev.onbehalf.cli.OutputFolder.OutputException;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.reports.Printable;
import dev.onbehalf.simulation.ScenarioTooLargeException;
import dev.onbehalf.simulation.StrategyFailedException;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** What went wrong with a run, as the exit code and one line for the user. */
record Failure(ExitCode code, String line, Throwable cause) {
  /** The failure of one file. */
  static Failure of(String file, Throwable thrown) {
    Failure failure = of(thrown);
    return failure.code() == ExitCode.OUTPUT_FAILED
        ? failure
        : new Failure(failure.code(), Printable.text(file) + ": " + failure.line(), thrown);
  }

  /** The failure of everything. */
  static Failure of(Throwable thrown) {
    return new Failure(code(thrown), Printable.text(line(thrown)), thrown);
  }

  /** Whether nothing but the stack trace can tell what happened. */
  boolean isInternal() {
    return code == ExitCode.INTERNAL_ERROR || code == ExitCode.STRATEGY_FAILED;
  }

  private static ExitCode code(Throwable thrown) {
    if (isOutOfMemory(thrown)) {
      return ExitCode.OUT_OF_MEMORY;
    }
    if (thrown instanceof StrategyFailedException || thrown instanceof ServiceConfigurationError) {
      return ExitCode.STRATEGY_FAILED;
    }
    if (thrown instanceof MeasurementException) {
      return ExitCode.MEASUREMENT_INCONCLUSIVE;
    }
    if (thrown instanceof ScenarioTooLargeException) {
      return ExitCode.INVALID_INPUT;
    }
    return thrown instanceof OutputException ? ExitCode.OUTPUT_FAILED : ExitCode.INTERNAL_ERROR;
  }

  private static String line(Throwable thrown) {
    return switch (code(thrown)) {
      case OUT_OF_MEMORY -> outOfMemory();
      case INTERNAL_ERROR -> "internal error: " + thrown + "; please report it with the scenario";
      case OK,
          MEASUREMENT_INCONCLUSIVE,
          EXPECTATION_FAILED,
          INVALID_INPUT,
          STRATEGY_FAILED,
          OUTPUT_FAILED ->
          Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString());
    };
  }

  private static String outOfMemory() {
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    return "out of memory: %d MiB don't suffice; give Java more with `java -Xmx%dm -jar sim.jar`"
        .formatted(mebibytes, 2 * mebibytes);
  }

  /** An error on another thread arrives wrapped. */
  private static boolean isOutOfMemory(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof OutOfMemoryError || (cause != null && isOutOfMemory(cause));
  }
}
