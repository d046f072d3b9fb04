package dev.onbehalf.simulation.verdict;

import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.Comparator;

/** The order of cost, by exact counts and never by timings. */
public final class CostOrder {
  /**
   * Additive growth first, then signatures and round trips, then standing credentials, then name.
   */
  public static final Comparator<StrategyResult> CHEAPEST_FIRST =
      Comparator.comparing(CostOrder::isMultiplicative)
          .thenComparingLong(CostOrder::operations)
          .thenComparingInt(strategy -> strategy.cost().standing().credentials())
          .thenComparing(StrategyResult::name);

  private CostOrder() {}

  private static boolean isMultiplicative(StrategyResult strategy) {
    return strategy.cost().standing().growth().equals(Costs.MULTIPLICATIVE);
  }

  private static long operations(StrategyResult strategy) {
    return strategy.cost().signatures() + strategy.cost().roundTrips();
  }
}
