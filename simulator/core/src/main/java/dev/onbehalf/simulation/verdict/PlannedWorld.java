package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.column.ResourceClass;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.Assignment.Lot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The resources of a scenario and the policies that concern each, by their positions in the file.
 *
 * @param resources their names: those of which the same clauses speak go by that of the first
 * @param sizes how many there are of each
 * @param policies the names of all policies
 * @param concerning the positions of the policies that decide something at each resource
 */
public record PlannedWorld(
    List<String> resources,
    List<Long> sizes,
    List<String> policies,
    List<List<Integer>> concerning) {
  public PlannedWorld {
    resources = List.copyOf(resources);
    sizes = List.copyOf(sizes);
    policies = List.copyOf(policies);
    concerning = concerning.stream().map(List::copyOf).toList();
  }

  /** The world of the scenario. */
  public static PlannedWorld of(Scenario scenario, TruthTable truth) {
    List<String> resources = scenario.resources().stream().map(Resource::name).toList();
    return new PlannedWorld(
        resources,
        Collections.nCopies(resources.size(), 1L),
        scenario.policies().stream().map(Policy::id).toList(),
        byResource(scenario, truth, truth::scope));
  }

  /** The world of a scenario of any size, scored target by target. */
  public static PlannedWorld of(Scenario scenario, WorldScore score) {
    return new PlannedWorld(
        score.resources().stream().map(alike -> name(scenario, alike.first().get(0))).toList(),
        score.resources().stream().map(ResourceClass::size).toList(),
        scenario.policies().stream().map(Policy::id).toList(),
        score.resources().stream().map(score::deciding).toList());
  }

  private static String name(Scenario scenario, int resource) {
    return scenario.resources().get(resource).name();
  }

  /** The policies that have columns at each resource. */
  public static List<List<Integer>> byResource(
      Scenario scenario, TruthTable truth, IntFunction<BitSet> columns) {
    List<List<Integer>> policies = new ArrayList<>();
    scenario.resources().forEach(resource -> policies.add(new ArrayList<>()));
    for (int policy = 0; policy < scenario.policies().size(); policy++) {
      BitSet concerned = columns.apply(policy);
      for (int i = 0; i < policies.size(); i++) {
        if (concerned.intersects(truth.classes().columnsOf(scenario.resources().get(i)))) {
          policies.get(i).add(policy);
        }
      }
    }
    return policies;
  }

  /** The resources, each by itself. */
  List<Lot> lots() {
    return indices().mapToObj(i -> new Lot(i, sizes.get(i))).toList();
  }

  IntStream indices() {
    return IntStream.range(0, resources.size());
  }

  /** The names of the strategies by those of the resources, without resources that have none. */
  Map<String, String> named(List<Optional<PlanCandidate>> choices) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < choices.size(); i++) {
      String resource = resources.get(i);
      choices.get(i).ifPresent(choice -> named.put(resource, choice.name()));
    }
    return named;
  }

  /** The names of the policies that decide something, and hold wherever they do. */
  List<String> holding(List<Optional<PlanCandidate>> choices) {
    BitSet holding = new BitSet();
    concerning.forEach(policies -> policies.forEach(holding::set));
    for (int i = 0; i < choices.size(); i++) {
      failing(choices.get(i), i).forEach(holding::clear);
    }
    return holding.stream().mapToObj(policies::get).toList();
  }

  private List<Integer> failing(Optional<PlanCandidate> choice, int resource) {
    return choice
        .map(strategy -> strategy.failing().get(resource))
        .orElse(concerning.get(resource));
  }
}
