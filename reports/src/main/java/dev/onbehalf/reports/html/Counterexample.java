package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Charts;
import dev.onbehalf.reports.words.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.Optional;

/**
 * Why strategies fall short of a policy: two requests that look the same and need opposite answers.
 *
 * @param ruledOut the strategies that show the same of the two requests, cheapest first
 * @param witness what the first of them shows; empty when the result holds none
 * @param remedy the recommended strategy if it enforces the policy, else the cheapest that does
 */
public record Counterexample(
    List<RuledOut> ruledOut, List<WitnessView> witness, List<Remedy> remedy) {
  static Counterexample of(SimulationResult result, Matrix.Row row, List<RuledOut> ruledOut) {
    return new Counterexample(
        ruledOut,
        witness(row, ruledOut.get(0)).map(WitnessView::of).stream().toList(),
        remedy(result, row).stream().toList());
  }

  private static Optional<Witness> witness(Matrix.Row row, RuledOut ruledOut) {
    return Outcome.score(row.policy(), ruledOut.strategy()).flatMap(PolicyScore::witness);
  }

  private static Optional<Remedy> remedy(SimulationResult result, Matrix.Row row) {
    List<StrategyResult> enforcing =
        result.strategies().stream()
            .filter(strategy -> Outcome.of(row.policy(), strategy) == Outcome.ENFORCED)
            .toList();
    return enforcing.stream()
        .filter(strategy -> Charts.standsOut(result, strategy))
        .findFirst()
        .or(() -> enforcing.stream().findFirst())
        .map(strategy -> new Remedy(strategy, StrategyCard.anchor(result, strategy)));
  }

  /** A strategy that falls short of the policy. */
  public record RuledOut(StrategyResult strategy, Matrix.Cell cell) {
    /** What strategies that fall short for the same reason have in common. */
    Object reason(Matrix.Row row) {
      return witness(row, this)
          .<Object>map(w -> List.of(w.permitted(), w.denied(), w.evidence(), cell.outcome()))
          .orElse(strategy.name());
    }
  }

  /** A strategy that enforces the policy. */
  public record Remedy(StrategyResult strategy, String anchor) {}
}
