package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A policy that strategies fall short of, with a counterexample for those with one reason. */
public record PolicyProof(Matrix.Row row, List<Counterexample> counterexamples) {
  static List<PolicyProof> of(SimulationResult result, List<Matrix.Row> matrix) {
    return matrix.stream()
        .filter(Matrix.Row::failed)
        .map(row -> new PolicyProof(row, counterexamples(result, row)))
        .toList();
  }

  private static List<Counterexample> counterexamples(SimulationResult result, Matrix.Row row) {
    Map<Object, List<RuledOut>> reasons =
        IntStream.range(0, row.cells().size())
            .filter(i -> row.cells().get(i).outcome().failed())
            .mapToObj(i -> new RuledOut(result.strategies().get(i), row.cells().get(i)))
            .collect(
                Collectors.groupingBy(
                    ruledOut -> ruledOut.reason(row), LinkedHashMap::new, Collectors.toList()));
    return reasons.values().stream().map(group -> Counterexample.of(result, row, group)).toList();
  }

  /**
   * Why strategies fall short of a policy: two requests that look the same and need opposite
   * answers.
   *
   * @param ruledOut the strategies that show the same of the two requests, cheapest first
   * @param witness what the first of them shows; empty when the result holds none
   * @param remedy the recommended strategy if it enforces the policy, else the cheapest that does
   */
  public record Counterexample(
      List<RuledOut> ruledOut, List<WitnessView> witness, List<Remedy> remedy) {
    static Counterexample of(SimulationResult result, Matrix.Row row, List<RuledOut> ruledOut) {
      StrategyResult cheapest = ruledOut.get(0).strategy();
      return new Counterexample(
          ruledOut,
          cheapest.witness(row.policy()).map(WitnessView::of).stream().toList(),
          remedy(result, row).stream().toList());
    }

    private static Optional<Remedy> remedy(SimulationResult result, Matrix.Row row) {
      List<StrategyResult> enforcing =
          result.strategies().stream()
              .filter(strategy -> strategy.outcome(row.policy()) == Outcome.ENFORCED)
              .toList();
      return enforcing.stream()
          .filter(result::recommends)
          .findFirst()
          .or(() -> enforcing.stream().findFirst())
          .map(strategy -> new Remedy(strategy, StrategyCard.anchor(result, strategy)));
    }
  }

  /** A strategy that falls short of the policy. */
  public record RuledOut(StrategyResult strategy, Matrix.Cell cell) {
    /** What strategies that fall short for the same reason have in common. */
    Object reason(Matrix.Row row) {
      return strategy
          .witness(row.policy())
          .<Object>map(w -> List.of(w.permitted(), w.denied(), w.evidence(), cell.outcome()))
          .orElse(strategy.name());
    }
  }

  /** A strategy that enforces the policy. */
  public record Remedy(StrategyResult strategy, String anchor) {}
}
