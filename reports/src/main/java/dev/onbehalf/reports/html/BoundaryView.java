package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.BoundaryGroup;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;

/**
 * Resources that need the same.
 *
 * @param corner what rules two independent checks out, drawn; empty where they suffice
 */
public record BoundaryView(BoundaryGroup group, List<CornerTable> corner) {
  static List<BoundaryView> of(SimulationResult result) {
    return BoundaryGroup.of(result).stream()
        .map(group -> new BoundaryView(group, corner(group)))
        .toList();
  }

  private static List<CornerTable> corner(BoundaryGroup group) {
    return group.corner().stream().map(CornerTable::of).toList();
  }
}
