package dev.onbehalf.reports.words;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.SharedDesign;
import dev.onbehalf.simulation.result.SharedDesign.Served;
import dev.onbehalf.simulation.result.SharedDesign.Step;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.Optional;

/**
 * What serves several scenarios together, in words.
 *
 * @param single the best strategy by itself; empty without one
 * @param steps in which the machinery can be built with which most is served
 */
public record SharedDesignWords(Optional<String> single, List<String> steps) {
  public SharedDesignWords {
    steps = List.copyOf(steps);
  }

  /** What serves these scenarios; empty where there are no several. */
  public static Optional<SharedDesignWords> of(List<SimulationResult> results) {
    return results.size() > 1 ? Optional.of(of(SharedDesign.of(results))) : Optional.empty();
  }

  private static SharedDesignWords of(SharedDesign design) {
    Served all = design.all();
    return new SharedDesignWords(
        design.single().map(one -> one.strategy() + " for all: " + sentence(one.served(), all)),
        design.steps().stream().map(step -> sentence(step, all)).toList());
  }

  private static String sentence(Step step, Served all) {
    return (step.adds().isEmpty()
            ? "each by its best strategy, as it is"
            : "and with " + words(step.adds()))
        + ": "
        + sentence(step.served(), all);
  }

  private static String sentence(Served served, Served all) {
    return "%d of %d scenarios in full, %d of %d policies"
        .formatted(served.scenarios(), all.scenarios(), served.policies(), all.policies());
  }

  private static String words(List<Machinery> pieces) {
    return String.join(", ", pieces.stream().map(Machinery::word).toList());
  }
}
