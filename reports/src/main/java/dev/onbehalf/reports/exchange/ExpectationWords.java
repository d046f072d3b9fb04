package dev.onbehalf.reports.exchange;

import dev.onbehalf.simulation.SimulationResult.ExpectationResult;

/** Expectations in words. */
final class ExpectationWords {
  private ExpectationWords() {}

  static String sentence(ExpectationResult expectation) {
    return expectation.what()
        + ": expected "
        + expectation.expected()
        + ", but found "
        + expectation.found();
  }
}
