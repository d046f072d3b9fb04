package dev.onbehalf.simulation.result;

import dev.onbehalf.simulation.result.SharedDesign.Served;
import dev.onbehalf.simulation.result.SharedDesign.Single;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the strategy that serves several scenarios best by itself. */
record SingleStrategy(List<SimulationResult> results) {
  /** Most scenarios in full, then most policies, then the earliest places in the orders of cost. */
  Optional<Single> best() {
    return results.stream()
        .flatMap(result -> result.strategies().stream())
        .map(StrategyResult::name)
        .distinct()
        .map(name -> new Single(name, served(name)))
        .min(
            Comparator.comparingInt((Single one) -> -one.served().scenarios())
                .thenComparingInt(one -> -one.served().policies())
                .thenComparingInt(one -> places(one.strategy()))
                .thenComparing(Single::strategy));
  }

  private Served served(String name) {
    return results.stream()
        .map(result -> served(name, result))
        .reduce(new Served(0, 0), Served::plus);
  }

  /** What is ruled out serves nothing. */
  private static Served served(String name, SimulationResult result) {
    return result
        .strategy(name)
        .filter(strategy -> strategy.ruledOutBy().isEmpty())
        .map(one -> new Served(one.suffices() ? 1 : 0, one.withstands()))
        .orElse(new Served(0, 0));
  }

  private int places(String name) {
    return results.stream().mapToInt(result -> place(name, result)).sum();
  }

  private static int place(String name, SimulationResult result) {
    List<String> names = result.strategies().stream().map(StrategyResult::name).toList();
    return names.contains(name) ? names.indexOf(name) : names.size();
  }
}
