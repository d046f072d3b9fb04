package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One strategy: what it proves, what it costs, what it can't do.
 *
 * @param shortfalls the policies it falls short of
 */
public record StrategyCard(
    StrategyResult strategy, String anchor, boolean recommended, List<Shortfall> shortfalls) {
  static List<StrategyCard> of(SimulationResult result, List<Matrix.Row> matrix) {
    List<StrategyCard> cards = new ArrayList<>();
    for (StrategyResult strategy : result.strategies()) {
      cards.add(
          new StrategyCard(
              strategy,
              anchor(result, strategy),
              result.verdict().recommended().equals(Optional.of(strategy.name())),
              shortfalls(matrix, cards.size())));
    }
    return cards;
  }

  static String anchor(SimulationResult result, StrategyResult strategy) {
    return "use-" + Anchors.strategy(result.strategies(), strategy);
  }

  private static List<Shortfall> shortfalls(List<Matrix.Row> matrix, int column) {
    return matrix.stream()
        .filter(row -> row.cells().get(column).outcome().failed())
        .map(row -> new Shortfall(row, row.cells().get(column)))
        .toList();
  }

  /** A policy that the strategy can't enforce, or only while agents are honest. */
  public record Shortfall(Matrix.Row row, Matrix.Cell cell) {}
}
