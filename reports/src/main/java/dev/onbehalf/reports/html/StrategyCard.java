package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.workload.WorkloadCost;
import dev.onbehalf.simulation.workload.WorkloadCost.Outliving;
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

  /** Tokens minted per 1,000 accesses; empty when no workload was simulated. */
  public String minted() {
    return strategy
        .cost()
        .workload()
        .map(cost -> Numbers.of(cost.mintsPer1000Accesses()))
        .orElse("");
  }

  /** How long calls succeed after a revocation; empty when no workload was simulated. */
  public String outliving() {
    return strategy
        .cost()
        .workload()
        .map(WorkloadCost::secondsAfterRevocation)
        .map(
            after ->
                "the user: %s; the agent: %s".formatted(words(after.user()), words(after.agent())))
        .orElse("");
  }

  private static String words(Optional<Outliving> outliving) {
    return outliving.isEmpty() ? "never" : "after " + Numbers.outliving(outliving) + " s";
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
