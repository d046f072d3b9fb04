package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
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
        delegation(result));
  }

  private static String delegation(SimulationResult result) {
    return switch (result.verdict().onBehalfOf()) {
      case REQUIRED -> "On-behalf-of is required";
      case NOT_REQUIRED -> "On-behalf-of is not required";
      case INSUFFICIENT -> insufficient(result);
    };
  }

  private static String insufficient(SimulationResult result) {
    return result.strategies().stream().anyMatch(StrategyResult::jointEvidence)
        ? "On-behalf-of alone is not sufficient"
        : "On-behalf-of was not tried";
  }
}
