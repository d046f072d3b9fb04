package dev.onbehalf.simulation.verdict;

import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;

/**
 * A strategy as far as a recommendation depends on it.
 *
 * @param suffices whether it enforces everything, even if callers cheat
 * @param fromNothing its place in the order of cost if nothing is there yet
 */
public record Rival(
    String name, boolean suffices, List<String> ruledOutBy, PlaceInOrder fromNothing) {
  public Rival {
    ruledOutBy = List.copyOf(ruledOutBy);
  }

  static Rival of(StrategyResult result) {
    return new Rival(
        result.name(), result.suffices(), result.ruledOutBy(), PlaceInOrder.of(result, List.of()));
  }

  boolean isEligible() {
    return suffices && ruledOutBy.isEmpty();
  }
}
