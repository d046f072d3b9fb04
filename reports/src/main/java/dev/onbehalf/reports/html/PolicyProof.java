package dev.onbehalf.reports.html;

import dev.onbehalf.reports.html.Counterexample.RuledOut;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
