package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.Optional;

/** How the standing credentials of a strategy grow, in a mark and in words. */
public final class StrategyWords {
  private static final String MULTIPLICATIVE = "multiplicative";
  private static final String SUM = "users + agents + resources";
  private static final String PRODUCT = "a product of users, agents and resources";
  private static final String LEGEND = "×: grows with " + PRODUCT;

  private StrategyWords() {}

  /** How many there are, marked where they grow with a product. */
  public static String marked(Standing standing) {
    return standing.credentials() + (isMarked(standing) ? "×" : "");
  }

  /** Whether they grow with a product. */
  public static boolean isMarked(Standing standing) {
    return standing.growth().equals(MULTIPLICATIVE);
  }

  /** What the mark means; empty where none of the strategies has it. */
  public static Optional<String> legend(List<StrategyResult> strategies) {
    return strategies.stream()
        .map(strategy -> strategy.cost().standing())
        .filter(StrategyWords::isMarked)
        .map(standing -> LEGEND)
        .findFirst();
  }

  /** That they grow, and with what. */
  public static String growing(String growth) {
    String sizes = with(growth);
    return sizes.equals(growth) ? growth : "growing with " + sizes;
  }

  /** What they grow with. */
  public static String with(String growth) {
    return switch (growth) {
      case "additive" -> SUM;
      case MULTIPLICATIVE -> PRODUCT;
      default -> growth;
    };
  }
}
