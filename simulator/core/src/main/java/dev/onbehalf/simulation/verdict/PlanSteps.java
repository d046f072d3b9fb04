package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Plan.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Orders the pieces of a plan so that each step gains the most policies per piece. */
final class PlanSteps {
  private final PlannedWorld world;
  private final List<PlanCandidate> allowed;
  private final Set<Machinery> have;
  private final Assignment plan;

  PlanSteps(
      PlannedWorld world, List<PlanCandidate> candidates, Set<Machinery> have, Assignment plan) {
    this.world = world;
    this.have = have;
    this.plan = plan;
    allowed = candidates.stream().filter(this::isBeside).toList();
  }

  /** Whether nothing is created for it that the plan does without, and the plan lets it stand. */
  private boolean isBeside(PlanCandidate candidate) {
    return plan.growing().containsAll(candidate.growing())
        && plan.powers().containsAll(candidate.powers())
        && candidate.stands(plan.powers());
  }

  /** What is there, and the steps from it. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Set<Machinery> built = EnumSet.noneOf(Machinery.class);
    steps.add(step(List.of(), built));
    Set<Machinery> missing = plan.machinery(have);
    while (!missing.isEmpty()) {
      List<Machinery> adds = best(built, List.copyOf(missing));
      adds.forEach(missing::remove);
      built.addAll(adds);
      steps.add(step(adds, built));
    }
    return steps;
  }

  private Step step(List<Machinery> adds, Set<Machinery> built) {
    List<Optional<PlanCandidate>> choices = choices(built);
    return new Step(
        adds,
        adds.stream()
            .flatMap(piece -> Arrays.stream(piece.changes().split(", ", -1)))
            .distinct()
            .toList(),
        world.named(choices),
        world.holding(choices));
  }

  /** Of the pieces that gain most policies each, the fewest, then the first in their list. */
  private List<Machinery> best(Set<Machinery> built, List<Machinery> missing) {
    int held = held(built);
    return IntStream.range(1, 1 << missing.size())
        .mapToObj(set -> members(missing, set))
        .max(
            Comparator.comparingDouble(
                    (List<Machinery> adds) ->
                        (double) (held(union(built, adds)) - held) / adds.size())
                .thenComparing(List::size, Comparator.reverseOrder()))
        .orElseThrow();
  }

  /** Those whose bits are set. */
  private static List<Machinery> members(List<Machinery> all, int set) {
    return IntStream.range(0, all.size())
        .filter(i -> (set >>> i & 1) != 0)
        .mapToObj(all::get)
        .toList();
  }

  private static Set<Machinery> union(Set<Machinery> one, List<Machinery> other) {
    Set<Machinery> union = EnumSet.copyOf(other);
    union.addAll(one);
    return union;
  }

  private int held(Set<Machinery> built) {
    return world.holding(choices(built)).size();
  }

  /** The strategies of the plan once everything is built, before it those that hold most. */
  private List<Optional<PlanCandidate>> choices(Set<Machinery> built) {
    if (built.containsAll(plan.machinery(have))) {
      return plan.choices().stream().map(Optional::of).toList();
    }
    return world.indices().mapToObj(resource -> best(resource, built)).toList();
  }

  private Optional<PlanCandidate> best(int resource, Set<Machinery> built) {
    return allowed.stream()
        .filter(
            one -> one.machinery().stream().allMatch(p -> have.contains(p) || built.contains(p)))
        .min(
            Comparator.comparingInt((PlanCandidate one) -> one.failing().get(resource).size())
                .thenComparing(PlanSearch.cheapestAt(resource)));
  }
}
