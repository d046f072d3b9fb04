package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Boundary.Claim;
import dev.onbehalf.simulation.result.Boundary.Counterexample;
import dev.onbehalf.simulation.result.Boundary.Need;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Resources that need the same, with the counterexamples of the first of them. */
public record BoundaryGroup(
    List<String> resources, Need needs, String sentence, List<Counterexample> witness) {
  /** The groups in the order of their first resources. */
  public static List<BoundaryGroup> of(SimulationResult result) {
    Map<List<Object>, List<Boundary>> groups =
        result.boundary().stream()
            .collect(
                Collectors.groupingBy(
                    boundary -> List.of(boundary.needs(), boundary.sentence()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream().map(BoundaryGroup::of).toList();
  }

  private static BoundaryGroup of(List<Boundary> group) {
    Boundary first = group.get(0);
    return new BoundaryGroup(
        group.stream().map(Boundary::resource).toList(),
        first.needs(),
        first.sentence(),
        first.witness());
  }

  /** What refutes that two checks, which know nothing of each other, suffice; empty if they do. */
  public List<Counterexample> corner() {
    return witness.stream().filter(BoundaryGroup::isCorner).toList();
  }

  /** What refutes lesser needs, and that the context doesn't matter. */
  public List<Counterexample> others() {
    return witness.stream().filter(example -> !isCorner(example)).toList();
  }

  private static boolean isCorner(Counterexample example) {
    return example.against() == Claim.TWO_CHECKS_SUFFICE;
  }
}
