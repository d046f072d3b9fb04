package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a reader must know beside the verdict, so as not to take it for more than it says. */
public final class Caveats {
  private static final double MANY = 10;

  private Caveats() {}

  /** The caveats as sentences. */
  public static List<String> of(SimulationResult result) {
    List<String> caveats = new ArrayList<>();
    result
        .verdict()
        .recommended()
        .flatMap(result::strategy)
        .ifPresent(
            recommended -> {
              AttackWords.leftOut(recommended).ifPresent(words -> caveats.add("It " + words + "."));
              cheaperPerAccess(result, recommended)
                  .ifPresent(other -> caveats.add(sentence(recommended, other)));
            });
    return caveats;
  }

  /** One that suffices and mints far less under this workload, which the order doesn't look at. */
  private static Optional<StrategyResult> cheaperPerAccess(
      SimulationResult result, StrategyResult recommended) {
    return result.strategies().stream()
        .filter(StrategyResult::isEligible)
        .filter(strategy -> strategy.cost().workload().isPresent())
        .min(Comparator.comparing(Caveats::minted))
        .filter(
            other ->
                recommended.cost().workload().isPresent()
                    && minted(recommended) >= 1
                    && minted(recommended) > MANY * minted(other));
  }

  private static double minted(StrategyResult strategy) {
    return strategy.cost().workload().orElseThrow().mintsPer1000Accesses();
  }

  private static String sentence(StrategyResult recommended, StrategyResult other) {
    return "Cheapest is told by one call with nothing cached: at this workload %s mints %s tokens per 1,000 accesses, and %s, which enforces as much, %s."
        .formatted(
            recommended.name(),
            Numbers.brief(minted(recommended)),
            other.name(),
            Numbers.brief(minted(other)));
  }
}
