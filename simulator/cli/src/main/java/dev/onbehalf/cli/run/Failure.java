package dev.onbehalf.cli.run;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.text.PrintableText;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** What went wrong with a run, as the exit code and one line for the user. */
public record Failure(ExitCode code, String line, Throwable cause) {
  /** A constant, because it is said where no class can be loaded any more. */
  public static final String TOO_MANY_CLASSES =
      "out of memory: the limit for classes doesn't suffice; give Java more with"
          + " `java -XX:MaxMetaspaceSize=256m -jar sim.jar`";

  /** The failure of one file. */
  public static Failure of(String file, Throwable thrown) {
    Failure failure = of(thrown);
    return failure.code() == ExitCode.OUTPUT_FAILED
        ? failure
        : new Failure(failure.code(), PrintableText.escaped(file) + ": " + failure.line(), thrown);
  }

  /** The failure of everything. */
  public static Failure of(Throwable thrown) {
    return new Failure(code(thrown), PrintableText.escaped(line(thrown)), thrown);
  }

  /** Whether nothing but the stack trace can tell what happened. */
  public boolean isInternal() {
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
      case OUT_OF_MEMORY -> outOfMemory(thrown);
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

  /** What gave out, and how to have more of it. */
  public static String outOfMemory(Throwable thrown) {
    if (isOfClasses(thrown)) {
      return TOO_MANY_CLASSES;
    }
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    return "out of memory: %d MiB don't suffice; give Java more with `java -Xmx%dm -jar sim.jar`"
        .formatted(mebibytes, 2 * mebibytes);
  }

  /** An error on another thread arrives wrapped. */
  private static boolean isOutOfMemory(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof OutOfMemoryError || (cause != null && isOutOfMemory(cause));
  }

  private static boolean isOfClasses(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return "Metaspace".equals(thrown.getMessage()) || (cause != null && isOfClasses(cause));
  }
}
