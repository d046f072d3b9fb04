package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;

/**
 * The verdict in a few words.
 *
 * @param before what stands before the strategy's name
 * @param strategy the recommended strategy; empty when none suffices
 * @param delegation whether acting on behalf is needed
 */
public record Headline(String before, String strategy, String delegation) {
  static Headline of(SimulationResult result) {
    Verdict verdict = result.verdict();
    return new Headline(
        verdict.recommended().isPresent() ? "Use" : "No strategy of this run enforces every policy",
        verdict.recommended().orElse(""),
        delegation(verdict.needs()));
  }

  private static String delegation(Need needs) {
    return switch (needs) {
      case JOINT -> "On-behalf-of is required";
      case GATED -> "On-behalf-of is not required, a door that only agents pass is";
      case NONE, USER, PATH, TWO_CHECKS -> "On-behalf-of is not required";
    };
  }
}
