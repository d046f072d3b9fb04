package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.List;

/** A policy that strategies fall short of, with a counterexample for each of them. */
public record PolicyProof(Matrix.Row row, List<Counterexample> counterexamples) {
  static List<PolicyProof> of(SimulationResult result, List<Matrix.Row> matrix) {
    return matrix.stream()
        .filter(Matrix.Row::failed)
        .map(row -> new PolicyProof(row, counterexamples(result, row)))
        .toList();
  }

  private static List<Counterexample> counterexamples(SimulationResult result, Matrix.Row row) {
    List<Counterexample> counterexamples = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      StrategyResult strategy = result.strategies().get(i);
      if (row.cells().get(i).outcome().failed()) {
        counterexamples.add(Counterexample.of(result, row, row.cells().get(i), strategy));
      }
    }
    return counterexamples;
  }
}
