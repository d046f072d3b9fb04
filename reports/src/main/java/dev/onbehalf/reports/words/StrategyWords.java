package dev.onbehalf.reports.words;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SimulationResult.PointFacts;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a strategy enforces, where, and how its standing credentials grow, in words. */
public final class StrategyWords {
  private static final String LEGEND = "×: grows with " + with(Growth.MULTIPLICATIVE);

  private StrategyWords() {}

  /** How many policies withstand cheating callers, and how many take honest ones. */
  public static String score(StrategyResult strategy) {
    String withstands = strategy.withstands() + " of " + strategy.of();
    return strategy.withstands() == strategy.enforced()
        ? withstands
        : withstands + " (" + strategy.enforced() + " if honest)";
  }

  /** The points in the order in which a call passes them: {@code gateway, resource}. */
  public static String points(StrategyResult strategy) {
    return joined(pointsOf(strategy), ", ");
  }

  private static List<Point> pointsOf(StrategyResult strategy) {
    return strategy.points().stream().map(PointFacts::point).toList();
  }

  /** Whether more than the resource decides. */
  public static boolean decidesElsewhere(StrategyResult strategy) {
    return !pointsOf(strategy).equals(List.of(Point.RESOURCE));
  }

  /** The points by their words. */
  public static String joined(List<Point> points, String between) {
    return points.stream().map(Point::word).collect(Collectors.joining(between));
  }

  /** How many standing credentials there are, marked where they grow with a product. */
  public static String marked(Standing standing) {
    return standing.credentials() + (isMarked(standing) ? "×" : "");
  }

  /** The pieces by their words, or that there are none. */
  public static String machinery(List<Machinery> pieces) {
    return pieces.isEmpty()
        ? "no machinery"
        : pieces.stream().map(Machinery::word).collect(Collectors.joining(", "));
  }

  /** Whether they grow with a product. */
  public static boolean isMarked(Standing standing) {
    return standing.growth() == Growth.MULTIPLICATIVE;
  }

  /** What the mark means; empty where none of the strategies has it. */
  public static Optional<String> legend(List<StrategyResult> strategies) {
    return strategies.stream().anyMatch(strategy -> isMarked(strategy.cost().standing()))
        ? Optional.of(LEGEND)
        : Optional.empty();
  }

  /** What they grow with. */
  public static String with(Growth growth) {
    return switch (growth) {
      case ADDITIVE -> "users + agents + resources";
      case MULTIPLICATIVE -> "a product of users, agents and resources";
    };
  }
}
