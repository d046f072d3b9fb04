package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the cheapest strategy for each resource, all resources together. For every set of
 * strategies each resource takes its own cheapest in the set: the pieces, the shared credentials
 * and the kinds that grow by a product are then no more than the set's, and the rest adds up.
 */
public final class Planner {
  /** So many strategies have 2^16 sets. */
  static final int MOST_STRATEGIES = 16;

  private final PlannedWorld world;
  private final List<PlanCandidate> candidates;
  private final List<PlanCandidate> undominated;
  private final Set<Machinery> have;
  private final Comparator<Assignment> cheapestFirst;

  /**
   * A planner.
   *
   * @param have the pieces of machinery that are there already
   */
  public Planner(PlannedWorld world, List<PlanCandidate> candidates, Set<Machinery> have) {
    this.world = world;
    this.candidates = List.copyOf(candidates);
    undominated = undominated();
    this.have = Set.copyOf(have);
    cheapestFirst = Assignment.cheapestFirst(have);
  }

  /** The plan; empty when some resource has no strategy that holds all that concerns it. */
  public Optional<Plan> plan() {
    return cheapest().map(this::plan);
  }

  private Plan plan(Assignment cheapest) {
    return new Plan(
        world.named(cheapest.choices().stream().map(Optional::of).toList()),
        List.copyOf(cheapest.machinery(have)),
        undominated.size() <= MOST_STRATEGIES,
        cheapest.effort(),
        cheapest.credentials(),
        new PlanSteps(world, candidates, have, cheapest).steps());
  }

  /** The cheapest strategies for the resources. */
  Optional<Assignment> cheapest() {
    List<PlanCandidate> considered =
        undominated.stream()
            .sorted(Comparator.comparingLong(one -> -sufficient(one)))
            .limit(MOST_STRATEGIES)
            .sorted(Comparator.comparingLong(PlanCandidate::effort))
            .toList();
    return IntStream.range(1, 1 << considered.size())
        .mapToObj(set -> within(members(considered, set)))
        .flatMap(Optional::stream)
        .filter(Assignment::isCompatible)
        .min(cheapestFirst);
  }

  private List<PlanCandidate> undominated() {
    List<PlanCandidate> useful = candidates.stream().filter(one -> sufficient(one) > 0).toList();
    return useful.stream()
        .filter(one -> useful.stream().noneMatch(other -> other.dominates(one)))
        .toList();
  }

  private long sufficient(PlanCandidate candidate) {
    return world.indices().filter(candidate::suffices).count();
  }

  /** Those whose bits are set. */
  static <T> List<T> members(List<T> all, int set) {
    return IntStream.range(0, all.size())
        .filter(i -> (set >>> i & 1) != 0)
        .mapToObj(all::get)
        .toList();
  }

  /** The cheapest of these strategies for each resource. */
  private Optional<Assignment> within(List<PlanCandidate> strategies) {
    List<PlanCandidate> choices = new ArrayList<>();
    for (int resource = 0; resource < world.resources().size(); resource++) {
      Optional<PlanCandidate> choice = cheapest(strategies, resource);
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      choices.add(choice.get());
    }
    return Optional.of(new Assignment(choices));
  }

  private static Optional<PlanCandidate> cheapest(List<PlanCandidate> strategies, int resource) {
    return strategies.stream().filter(one -> one.suffices(resource)).min(cheapestAt(resource));
  }

  /** The order of cost among strategies for the resource that may all be used anyway. */
  static Comparator<PlanCandidate> cheapestAt(int resource) {
    return Comparator.comparingLong(PlanCandidate::effort)
        .thenComparingInt(one -> one.sites().get(resource).own())
        .thenComparing(PlanCandidate::name);
  }
}
