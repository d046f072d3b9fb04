package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;

/** Expectations in words. */
public final class ExpectationWords {
  private ExpectationWords() {}

  public static String sentence(ExpectationResult expectation) {
    return expectation.what()
        + ": expected "
        + expectation.expected()
        + ", but found "
        + expectation.found();
  }
}
