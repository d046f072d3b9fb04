package dev.onbehalf.reports;

import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import java.util.List;
import java.util.stream.IntStream;

/** Where strategies stand in the order of cost. */
final class Ranking {
  private Ranking() {}

  /** The strategies before the recommended one, or all where none is recommended. */
  static List<StrategyResult> cheaper(SimulationResult result) {
    return result.strategies().stream()
        .takeWhile(strategy -> !isRecommended(result, strategy))
        .toList();
  }

  static boolean isRecommended(SimulationResult result, StrategyResult strategy) {
    return result.verdict().recommended().filter(strategy.name()::equals).isPresent();
  }

  /** Whether the strategy stands after the recommended one. */
  static boolean isDearer(SimulationResult result, StrategyResult strategy) {
    return IntStream.range(0, result.strategies().indexOf(strategy))
        .anyMatch(before -> isRecommended(result, result.strategies().get(before)));
  }
}
