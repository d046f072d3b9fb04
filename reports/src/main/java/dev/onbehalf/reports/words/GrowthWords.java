package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.SimulationResult.Standing;

/** How the standing credentials of a strategy grow, in a mark and in words. */
public final class GrowthWords {
  /** What the mark means. */
  public static final String LEGEND = "×: grows with a product of users, agents and resources";

  private static final String MULTIPLICATIVE = "multiplicative";
  private static final String SUM = "users + agents + resources";
  private static final String PRODUCT = "a product of users, agents and resources";

  private GrowthWords() {}

  /** How many there are, marked where they grow with a product. */
  public static String marked(Standing standing) {
    return standing.credentials() + (isMarked(standing) ? "×" : "");
  }

  /** Whether they grow with a product. */
  public static boolean isMarked(Standing standing) {
    return standing.growth().equals(MULTIPLICATIVE);
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
