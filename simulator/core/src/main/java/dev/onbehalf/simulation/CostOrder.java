package dev.onbehalf.simulation;

import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import java.util.Comparator;

/** The order of cost, by exact counts and never by timings. */
final class CostOrder {
  /**
   * Additive growth first, then signatures and round trips, then standing credentials, then name.
   */
  static final Comparator<StrategyResult> CHEAPEST_FIRST =
      Comparator.comparing(CostOrder::isMultiplicative)
          .thenComparingLong(CostOrder::operations)
          .thenComparingInt(strategy -> strategy.cost().standing().credentials())
          .thenComparing(StrategyResult::name);

  private CostOrder() {}

  private static boolean isMultiplicative(StrategyResult strategy) {
    return strategy.cost().standing().growth().equals(StandingCredentials.MULTIPLICATIVE);
  }

  private static long operations(StrategyResult strategy) {
    return strategy.cost().signatures() + strategy.cost().roundTrips();
  }
}
