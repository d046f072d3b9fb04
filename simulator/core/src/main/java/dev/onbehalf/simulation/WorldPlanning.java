package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.column.ResourceClass;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.WorldPlan;
import dev.onbehalf.simulation.result.WorldPlan.Part;
import dev.onbehalf.simulation.verdict.PlanCandidate;
import dev.onbehalf.simulation.verdict.PlannedWorld;
import dev.onbehalf.simulation.verdict.Planner;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the plan of a scenario of any size, by the classes of its resources. */
final class WorldPlanning {
  private static final int MOST_NAMED = 4;

  private final Scenario scenario;
  private final WorldScore score;
  private final PlannedWorld world;
  private final Map<Integer, List<List<Integer>>> failing = new HashMap<>();

  WorldPlanning(Scenario scenario, WorldScore score) {
    this.scenario = scenario;
    this.score = score;
    world = PlannedWorld.of(scenario, score);
  }

  /** The policies that fail at each class of resources under what is shown, by its position. */
  List<List<Integer>> failing(int shown) {
    return failing.computeIfAbsent(
        shown, one -> score.resources().stream().map(alike -> score.failing(one, alike)).toList());
  }

  /** The plan out of the candidates, which are in the order of cost. */
  Optional<WorldPlan> plan(List<PlanCandidate> candidates) {
    return new Planner(world, candidates, Planning.have(scenario)).plan().map(this::inParts);
  }

  private WorldPlan inParts(Plan plan) {
    return new WorldPlan(
        parts(plan.resources()),
        plan.machinery(),
        plan.exact(),
        plan.signaturesAndRoundTrips(),
        plan.credentials(),
        plan.steps().stream().map(this::inParts).toList());
  }

  private WorldPlan.Step inParts(Plan.Step step) {
    return new WorldPlan.Step(
        step.adds(),
        step.changes(),
        parts(step.resources()),
        step.policies().size(),
        step.policies().stream().limit(MOST_NAMED).toList());
  }

  /** The resources by their strategies, which are known by the names of the first of each class. */
  private List<Part> parts(Map<String, String> strategies) {
    Map<String, ResourceClass> parts = new LinkedHashMap<>();
    for (int i = 0; i < world.resources().size(); i++) {
      ResourceClass alike = score.resources().get(i);
      Optional.ofNullable(strategies.get(world.resources().get(i)))
          .ifPresent(strategy -> parts.merge(strategy, alike, ResourceClass::and));
    }
    return parts.entrySet().stream().map(part -> part(part.getKey(), part.getValue())).toList();
  }

  private Part part(String strategy, ResourceClass served) {
    return new Part(
        strategy,
        served.size(),
        served.first().stream()
            .map(position -> scenario.resources().get(position).name())
            .toList());
  }
}
