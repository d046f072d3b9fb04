package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.verdict.Assignment.Lot;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the cheapest strategy for each resource, all resources together. For every set of
 * strategies each resource takes its own cheapest in the set: the pieces, the shared credentials
 * and the kinds that grow by a product are then no more than the set's, and the rest adds up.
 */
public final class Planner {
  /** More than any strategies were seen to need, and as many as take a second or so. */
  private static final long MOST_SETS = 1 << 18;

  private final PlannedWorld world;
  private final List<PlanCandidate> candidates;
  private final Set<Machinery> have;

  /** The lots that resources are in, by what they have in common. */
  private final Map<Object, Lot> lots = new LinkedHashMap<>();

  private final PlanSearch search;

  /**
   * A planner.
   *
   * @param candidates in the order of cost of strategies for all resources
   * @param have the pieces of machinery that are there already
   */
  public Planner(PlannedWorld world, List<PlanCandidate> candidates, Set<Machinery> have) {
    this(world, candidates, have, MOST_SETS);
  }

  /** A planner that tries so many sets of strategies at most. */
  Planner(PlannedWorld world, List<PlanCandidate> candidates, Set<Machinery> have, long mostSets) {
    this.world = world;
    this.candidates = List.copyOf(candidates);
    this.have = Set.copyOf(have);
    world.lots().forEach(one -> lots.merge(traits(one.resource()), one, Lot::with));
    search = new PlanSearch(undominated(), List.copyOf(lots.values()), this.have, mostSets);
  }

  /** The plan; empty when some resource has no strategy that holds all that concerns it. */
  public Optional<Plan> plan() {
    return search
        .cheapest()
        .map(found -> one(found).orElse(found))
        .map(this::spread)
        .map(this::plan);
  }

  /** All that the choice of a strategy depends on. */
  private Object traits(int resource) {
    return candidates.stream()
        .map(
            one ->
                Optional.of(one.holdings().own(resource).count())
                    .filter(any -> one.suffices(resource)))
        .toList();
  }

  /** The same, for each resource by itself. */
  private Assignment spread(Assignment found) {
    Map<Lot, PlanCandidate> choices = new HashMap<>();
    for (int i = 0; i < found.lots().size(); i++) {
      choices.put(found.lots().get(i), found.choices().get(i));
    }
    return new Assignment(
        world.lots(),
        world
            .indices()
            .mapToObj(i -> Objects.requireNonNull(choices.get(lots.get(traits(i)))))
            .toList());
  }

  /** The first strategy in the order of cost that does for all resources, where it is as good. */
  private Optional<Assignment> one(Assignment found) {
    return candidates.stream()
        .filter(one -> world.indices().allMatch(one::suffices))
        .findFirst()
        .map(one -> new Assignment(found.lots(), Collections.nCopies(found.lots().size(), one)))
        .filter(one -> Assignment.byCost(have).compare(one, found) == 0);
  }

  private Plan plan(Assignment cheapest) {
    return new Plan(
        world.named(cheapest.choices().stream().map(Optional::of).toList()),
        List.copyOf(cheapest.machinery(have)),
        search.isExact(),
        cheapest.effort(),
        cheapest.credentials(),
        new PlanSteps(world, candidates, have, cheapest).steps(),
        Optional.empty());
  }

  private List<PlanCandidate> undominated() {
    List<PlanCandidate> useful =
        candidates.stream().filter(one -> world.indices().anyMatch(one::suffices)).toList();
    return useful.stream()
        .filter(one -> useful.stream().noneMatch(other -> other.dominates(one)))
        .toList();
  }
}
