package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;

/** What became of a strategy that failed, in words. */
public final class ResultWords {
  private ResultWords() {}

  /** The strategy by its name, with the file it is from. */
  public static String name(FailedStrategy failure) {
    return failure.strategy() + failure.plugIn().map(file -> " (" + file + ")").orElse("");
  }

  /** The whole sentence. */
  public static String sentence(FailedStrategy failure) {
    return name(failure) + " failed: " + failure.error();
  }
}
