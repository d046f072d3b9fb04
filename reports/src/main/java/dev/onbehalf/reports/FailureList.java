package dev.onbehalf.reports;

import dev.onbehalf.reports.words.FailureWords;
import dev.onbehalf.simulation.SimulationResult;

/** The strategies that failed, each with its error. */
final class FailureList {
  private FailureList() {}

  static void print(SimulationResult result, Page page) {
    if (!result.failed().isEmpty()) {
      page.blank();
    }
    result
        .failed()
        .forEach(
            failure ->
                page.wrapped(
                    new Span("  ! ", Tone.BAD),
                    new Span(FailureWords.sentence(failure), Tone.BAD)));
  }
}
