package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.Outcome;
import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.SimulationResult.Witness;
import java.util.List;
import java.util.Optional;

/**
 * Why a strategy falls short of a policy: two requests that look the same and need opposite
 * answers.
 *
 * @param witness empty when the result holds none
 * @param remedy the recommended strategy if it enforces the policy, else the cheapest that does
 */
public record Counterexample(
    Matrix.Cell cell,
    StrategyResult strategy,
    String strategyAnchor,
    List<WitnessView> witness,
    List<Remedy> remedy) {
  static Counterexample of(
      SimulationResult result, Matrix.Row row, Matrix.Cell cell, StrategyResult strategy) {
    Optional<Witness> witness = Outcome.score(row.policy(), strategy).flatMap(PolicyScore::witness);
    return new Counterexample(
        cell,
        strategy,
        StrategyCard.anchor(result, strategy),
        witness.map(WitnessView::of).stream().toList(),
        remedy(result, row).stream().toList());
  }

  private static Optional<Remedy> remedy(SimulationResult result, Matrix.Row row) {
    List<StrategyResult> enforcing =
        result.strategies().stream()
            .filter(strategy -> Outcome.of(row.policy(), strategy) == Outcome.ENFORCED)
            .toList();
    return enforcing.stream()
        .filter(strategy -> result.verdict().recommended().equals(Optional.of(strategy.name())))
        .findFirst()
        .or(() -> enforcing.stream().findFirst())
        .map(strategy -> new Remedy(strategy, StrategyCard.anchor(result, strategy)));
  }

  /** A strategy that enforces the policy. */
  public record Remedy(StrategyResult strategy, String anchor) {}
}
