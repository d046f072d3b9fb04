package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;

/** In what two strategies differ on a scenario, on lines of at most 100 columns. */
public final class CompareReport {
  private CompareReport() {}

  /** The differences between two strategies of the result, and in one line what is alike. */
  public static String render(SimulationResult result, String one, String other, Style style) {
    StrategyResult left = result.strategy(one).orElseThrow();
    StrategyResult right = result.strategy(other).orElseThrow();
    Page page = new Page(style);
    page.wrapped("", summary(result, left, right), Tone.STRONG);
    new PolicyDifferences(result, left, right).print(page);
    new CostDifferences(left, right).print(page);
    return page.text();
  }

  private static String summary(
      SimulationResult result, StrategyResult left, StrategyResult right) {
    return "%s: %s, %s"
        .formatted(
            result.scenario().name(),
            "%s enforces %d of %d policies".formatted(left.name(), left.withstands(), left.of()),
            "%s %d of %d".formatted(right.name(), right.withstands(), right.of()));
  }
}
