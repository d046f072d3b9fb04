package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;

/** How many policies a strategy enforces, in words. */
public final class Score {
  private Score() {}

  /** The policies that withstand cheating agents, and those that take honest ones. */
  public static String words(StrategyResult strategy) {
    String withstands = strategy.withstands() + " of " + strategy.of();
    return strategy.withstands() == strategy.enforced()
        ? withstands
        : withstands + " (" + strategy.enforced() + " if honest)";
  }
}
