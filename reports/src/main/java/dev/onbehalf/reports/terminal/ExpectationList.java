package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import java.util.Comparator;

/** What the scenario expected, and whether it came so; what didn't comes first. */
final class ExpectationList {
  private ExpectationList() {}

  static void print(SimulationResult result, Page page) {
    if (result.expectations().isEmpty()) {
      return;
    }
    page.heading("Expectations");
    result.expectations().stream()
        .sorted(Comparator.comparing(ExpectationResult::held))
        .forEach(expectation -> print(expectation, result.scenario().file(), page));
  }

  private static void print(ExpectationResult expectation, String file, Page page) {
    if (expectation.held()) {
      page.wrapped(
          new StyledText("  ✓ held      ", Tone.GOOD),
          StyledText.of(expectation.what() + ": " + expectation.expected()));
    } else {
      page.wrapped(
          new StyledText("  ✗ not held  ", Tone.BAD),
          StyledText.of(failure(expectation) + " (" + place(expectation, file) + ")"));
    }
  }

  /** What was expected and what was found. */
  static String failure(ExpectationResult expectation) {
    return "%s: expected %s, found %s"
        .formatted(expectation.what(), expectation.expected(), expectation.found());
  }

  /** Where it was expected. */
  static String place(ExpectationResult expectation, String file) {
    return file + ":" + expectation.line() + ":" + expectation.column();
  }
}
