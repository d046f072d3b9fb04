package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.Locale;

/**
 * The verdict in a few words.
 *
 * @param before what stands before the strategy's name
 * @param strategy the recommended strategy; empty when none suffices
 * @param delegation whether acting on behalf is needed, as a whole sentence without a full stop
 */
public record Headline(String before, String strategy, String delegation) {
  private static final int MOST_NAMED = 3;

  public static Headline of(SimulationResult result) {
    return result
        .verdict()
        .recommended()
        .map(name -> new Headline(use(result), name, delegation(result)))
        .orElse(
            new Headline("No strategy of this run enforces every policy", "", delegation(result)));
  }

  private static String use(SimulationResult result) {
    return result.strategies().size() == 1 ? "Of the 1 that was run, use" : "Use";
  }

  /** The same as one sentence that goes on after a colon. */
  public String sentence() {
    String use = strategy.isEmpty() ? before : before + " " + strategy;
    return lower(use) + "; " + lower(delegation);
  }

  private static String lower(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String delegation(SimulationResult result) {
    return switch (result.verdict().needs()) {
      case JOINT -> "On-behalf-of is required" + where(result);
      case GATED -> "On-behalf-of is not required, a door that only agents pass is";
      case NONE, USER, PATH, TWO_CHECKS -> "On-behalf-of is not required";
    };
  }

  /** Which resources it is required for, where others do without. */
  private static String where(SimulationResult result) {
    List<String> joint = resources(result, true);
    List<String> others =
        resources(result, false).stream().filter(r -> !joint.contains(r)).toList();
    if (others.isEmpty()) {
      return "";
    }
    return joint.size() > MOST_NAMED || others.size() > MOST_NAMED
        ? " for %d of %d resources".formatted(joint.size(), joint.size() + others.size())
        : " for " + Lists.and(joint) + ", not for " + Lists.and(others);
  }

  private static List<String> resources(SimulationResult result, boolean joint) {
    return result.boundary().stream()
        .filter(boundary -> (boundary.needs() == Need.JOINT) == joint)
        .map(Boundary::resource)
        .distinct()
        .toList();
  }
}
