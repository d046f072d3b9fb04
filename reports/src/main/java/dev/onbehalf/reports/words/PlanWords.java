package dev.onbehalf.reports.words;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.PlanFacts;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.WorldPlan;
import dev.onbehalf.simulation.result.WorldResult;
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

  /** The plan of a scenario of any size, if it isn't to use the recommended one everywhere. */
  public static Optional<PlanWords> of(WorldResult result) {
    return result.otherPlan().map(plan -> of(plan, result));
  }

  /** Whether there are several resources, and to use the recommended strategy at all is best. */
  public static boolean isAsGood(SimulationResult result) {
    return result.scenario().resources() > 1
        && result.plan().isPresent()
        && result.otherPlan().isEmpty();
  }

  /** Likewise of a scenario of any size. */
  public static boolean isAsGood(WorldResult result) {
    return result.scenario().resources() > 1
        && result.plan().isPresent()
        && result.otherPlan().isEmpty();
  }

  private static PlanWords of(Plan plan, SimulationResult result) {
    return new PlanWords(
        strategies(plan),
        PlanReason.of(plan, result),
        price(plan),
        plan.steps().stream()
            .map(
                step ->
                    sentence(step.adds(), step.changes(), holding(step, result.countedPolicies())))
            .toList(),
        plan.live().map(live -> played(live, plan.strategies().size() == 1)));
  }

  private static PlanWords of(WorldPlan plan, WorldResult result) {
    return new PlanWords(
        plan.resources().stream()
            .map(part -> some(part.first(), part.resources()) + ": " + part.strategy())
            .toList(),
        PlanReason.of(plan, result),
        price(plan),
        plan.steps().stream()
            .map(
                step ->
                    sentence(step.adds(), step.changes(), holding(step, result.countedPolicies())))
            .toList(),
        Optional.empty());
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

  private static String price(PlanFacts plan) {
    return "%s %s; a call at each resource takes %,d signatures and round trips, and %,d credentials stand"
        .formatted(
            plan.exact() ? "it takes" : "it takes, perhaps not as the cheapest,",
            plan.machinery().isEmpty() ? "nothing new" : pieces(plan.machinery()),
            plan.signaturesAndRoundTrips(),
            plan.credentials());
  }

  private static String sentence(List<Machinery> adds, List<String> changes, String holding) {
    return adds.isEmpty()
        ? "as it is: " + holding
        : "%s (%s): %s".formatted(pieces(adds), String.join(", ", changes), holding);
  }

  private static String holding(Plan.Step step, int policies) {
    int count = step.policies().size();
    return holding(count, policies, String.join(", ", step.policies()));
  }

  private static String holding(WorldPlan.Step step, int policies) {
    return holding(step.policies(), policies, some(step.first(), step.policies()));
  }

  private static String holding(int count, int policies, String names) {
    if (count == 0) {
      return "no policy holds";
    }
    return count == policies ? "every policy holds" : names + (count == 1 ? " holds" : " hold");
  }

  /** All names, or all but the last of the first and how many more there are. */
  private static String some(List<String> first, long count) {
    List<String> shown = first.size() == count ? first : first.subList(0, first.size() - 1);
    String names = String.join(", ", shown);
    return first.size() == count ? names : "%s and %,d more".formatted(names, count - shown.size());
  }

  private static String pieces(List<Machinery> pieces) {
    return String.join(", ", pieces.stream().map(Machinery::word).toList());
  }
}
