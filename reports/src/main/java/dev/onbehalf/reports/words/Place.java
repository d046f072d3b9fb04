package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;

/** Where a strategy stands in the order of cost; all are cheaper where none is recommended. */
public enum Place {
  CHEAPER("cheaper"),
  RECOMMENDED("recommended"),
  DEARER("dearer");

  private final String word;

  Place(String word) {
    this.word = word;
  }

  public static Place of(SimulationResult result, StrategyResult strategy) {
    if (result.recommends(strategy)) {
      return RECOMMENDED;
    }
    return result.strategies().stream()
            .takeWhile(before -> !before.equals(strategy))
            .anyMatch(result::recommends)
        ? DEARER
        : CHEAPER;
  }

  /** The word for it in style sheets. */
  public String word() {
    return word;
  }
}
