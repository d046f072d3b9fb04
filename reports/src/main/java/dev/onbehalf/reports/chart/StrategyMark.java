package dev.onbehalf.reports.chart;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Strategies at one place of a chart. Few are named, so that no name covers another: the cheapest,
 * the recommended one and the next.
 *
 * @param labelled those of the names that stand beside the mark
 * @param chosen whether the strategy to use is among them
 */
public record StrategyMark(List<String> names, List<String> labelled, boolean chosen) {
  public static StrategyMark of(SimulationResult result, StrategyResult strategy) {
    List<String> name = List.of(strategy.name());
    return new StrategyMark(
        name, named(result).contains(strategy) ? name : List.of(), result.recommends(strategy));
  }

  /** The strategies that a chart names, cheapest first. */
  public static List<StrategyResult> named(SimulationResult result) {
    List<StrategyResult> all = result.strategies();
    int recommended =
        IntStream.range(0, all.size())
            .filter(i -> result.recommends(all.get(i)))
            .findFirst()
            .orElse(0);
    return IntStream.of(0, recommended, recommended + 1)
        .distinct()
        .filter(i -> i < all.size())
        .mapToObj(all::get)
        .toList();
  }

  /** One mark for all that stand at the same place. */
  static StrategyMark together(List<StrategyMark> marks) {
    return new StrategyMark(
        marks.stream().flatMap(mark -> mark.names().stream()).toList(),
        marks.stream().flatMap(mark -> mark.labelled().stream()).toList(),
        marks.stream().anyMatch(StrategyMark::chosen));
  }

  /** What stands beside the mark; empty for most. */
  String label() {
    return String.join(", ", labelled);
  }

  /** What those hear who don't see the chart. */
  String spoken() {
    return String.join(", ", names);
  }
}
