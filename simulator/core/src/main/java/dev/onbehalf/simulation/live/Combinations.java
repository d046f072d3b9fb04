package dev.onbehalf.simulation.live;

import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import java.util.ArrayList;
import java.util.List;

/** Everything that a caller can present out of what it holds. */
final class Combinations {
  private Combinations() {}

  /** Every selection of the parts with one part at most in each place, the empty one included. */
  static List<Presentation> of(List<Part> held) {
    List<List<Part>> selections = new ArrayList<>();
    selections.add(List.of());
    for (Part part : held) {
      for (List<Part> selection : List.copyOf(selections)) {
        if (selection.stream().noneMatch(other -> other.place().equals(part.place()))) {
          List<Part> longer = new ArrayList<>(selection);
          longer.add(part);
          selections.add(longer);
        }
      }
    }
    return selections.stream().map(Presentation::new).toList();
  }
}
