package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;

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
                    new StyledText("  ! ", Tone.BAD),
                    new StyledText(ResultWords.sentence(failure), Tone.BAD)));
  }
}
