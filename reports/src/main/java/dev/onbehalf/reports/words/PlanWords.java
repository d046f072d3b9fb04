package dev.onbehalf.reports.words;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Plan.Step;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan in words.
 *
 * @param strategies the resources, and the strategy of all of them, one line for each strategy
 * @param reason why it isn't to use the recommended strategy everywhere
 * @param price what must be built, and what it costs, as a whole sentence
 * @param steps in which it can be built
 * @param played how it was played with real tokens; empty if it wasn't
 */
public record PlanWords(
    List<String> strategies,
    String reason,
    String price,
    List<String> steps,
    Optional<String> played) {
  /** What is said where a plan is no better than the recommendation. */
  public static final String AS_GOOD = "one strategy for all resources is as good as a plan";

  public PlanWords {
    strategies = List.copyOf(strategies);
    steps = List.copyOf(steps);
  }

  /** The plan, if it isn't to use the recommended strategy everywhere. */
  public static Optional<PlanWords> of(SimulationResult result) {
    return result.otherPlan().map(plan -> of(plan, result));
  }

  /** Whether there are several resources, and to use the recommended strategy at all is best. */
  public static boolean isAsGood(SimulationResult result) {
    return result.scenario().resources() > 1
        && result.plan().isPresent()
        && result.otherPlan().isEmpty();
  }

  private static PlanWords of(Plan plan, SimulationResult result) {
    return new PlanWords(
        strategies(plan),
        PlanReason.of(plan, result),
        price(plan),
        plan.steps().stream().map(step -> sentence(step, result.countedPolicies())).toList(),
        plan.live().map(live -> played(live, plan.strategies().size() == 1)));
  }

  private static String played(LiveCounts live, boolean asOne) {
    return "played with real tokens, %s and %d presentations of cheating callers%s: %s"
        .formatted(
            live.requests() < live.of()
                ? "a sample of %d of %d requests".formatted(live.requests(), live.of())
                : live.requests() + (live.requests() == 1 ? " request" : " requests"),
            live.cheats(),
            asOne ? "" : ", who hold what all parts give them",
            live.agrees() ? "every answer as computed" : "answers differ from what was computed");
  }

  private static List<String> strategies(Plan plan) {
    Map<String, List<String>> resources =
        plan.resources().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return resources.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .toList();
  }

  private static String price(Plan plan) {
    return "%s %s; a call at each resource takes %d signatures and round trips, and %d credentials stand"
        .formatted(
            plan.exact() ? "it takes" : "it takes, perhaps not as the cheapest,",
            plan.machinery().isEmpty() ? "nothing new" : pieces(plan.machinery()),
            plan.signaturesAndRoundTrips(),
            plan.credentials());
  }

  private static String sentence(Step step, int policies) {
    return step.adds().isEmpty()
        ? "as it is: " + holding(step, policies)
        : "%s (%s): %s"
            .formatted(
                pieces(step.adds()), String.join(", ", step.changes()), holding(step, policies));
  }

  private static String holding(Step step, int policies) {
    int holding = step.policies().size();
    if (holding == 0) {
      return "no policy holds";
    }
    return holding == policies
        ? "every policy holds"
        : String.join(", ", step.policies()) + (holding == 1 ? " holds" : " hold");
  }

  private static String pieces(List<Machinery> pieces) {
    return String.join(", ", pieces.stream().map(Machinery::word).toList());
  }
}
