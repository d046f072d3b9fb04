package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.stream.IntStream;

/** Where strategies stand in the order of cost. */
public final class Ranking {
  private Ranking() {}

  /** The strategies before the recommended one, or all where none is recommended. */
  public static List<StrategyResult> cheaper(SimulationResult result) {
    return result.strategies().stream()
        .takeWhile(strategy -> !isRecommended(result, strategy))
        .toList();
  }

  public static boolean isRecommended(SimulationResult result, StrategyResult strategy) {
    return result.verdict().recommended().filter(strategy.name()::equals).isPresent();
  }

  /** Whether the strategy stands after the recommended one. */
  public static boolean isDearer(SimulationResult result, StrategyResult strategy) {
    return IntStream.range(0, result.strategies().indexOf(strategy))
        .anyMatch(before -> isRecommended(result, result.strategies().get(before)));
  }
}
