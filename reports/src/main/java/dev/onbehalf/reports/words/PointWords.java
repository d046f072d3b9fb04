package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult.PointFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.stream.Collectors;

/** Where a strategy has calls decided on, in words. */
public final class PointWords {
  private static final List<String> RESOURCE_ALONE = List.of("resource");

  private PointWords() {}

  /** The points in the order in which a call passes them: {@code gateway, resource}. */
  public static String of(StrategyResult strategy) {
    return strategy.points().stream().map(PointFacts::point).collect(Collectors.joining(", "));
  }

  /** Whether more than the resource decides. */
  public static boolean isMoreThanResource(StrategyResult strategy) {
    return !strategy.points().stream().map(PointFacts::point).toList().equals(RESOURCE_ALONE);
  }
}
