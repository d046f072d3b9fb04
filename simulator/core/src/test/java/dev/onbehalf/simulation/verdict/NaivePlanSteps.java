package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Plan.Step;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The steps of a plan by the definition: every set of missing pieces is tried, and every strategy
 * that runs with what is there.
 *
 * @param plan the strategy of each of the resources r0, r1, …
 * @param policies how many concern each of them: p1, p2, …
 */
record NaivePlanSteps(
    List<PlanCandidate> candidates, List<PlanCandidate> plan, Set<Machinery> have, int policies) {
  List<Step> steps() {
    Set<Machinery> built = EnumSet.noneOf(Machinery.class);
    List<Step> steps = new ArrayList<>(List.of(step(List.of(), built)));
    Set<Machinery> missing = new TreeSet<>(pieces());
    while (!missing.isEmpty()) {
      List<Machinery> adds = best(built, List.copyOf(missing));
      missing.removeAll(adds);
      built.addAll(adds);
      steps.add(step(adds, built));
    }
    return steps;
  }

  /** Those of the plan that aren't there. */
  private Set<Machinery> pieces() {
    Set<Machinery> pieces = new HashSet<>();
    plan.forEach(one -> pieces.addAll(one.machinery()));
    pieces.removeAll(have);
    return pieces;
  }

  private List<Machinery> best(Set<Machinery> built, List<Machinery> missing) {
    List<Machinery> best = List.of();
    int gain = 0;
    for (int set = 1; set < 1 << missing.size(); set++) {
      List<Machinery> adds = new ArrayList<>();
      for (int i = 0; i < missing.size(); i++) {
        if ((set >> i) % 2 == 1) {
          adds.add(missing.get(i));
        }
      }
      Set<Machinery> then = new HashSet<>(built);
      then.addAll(adds);
      int gained = holding(then).size() - holding(built).size();
      int order = best.isEmpty() ? 1 : gained * best.size() - gain * adds.size();
      if (order > 0 || (order == 0 && adds.size() < best.size())) {
        best = adds;
        gain = gained;
      }
    }
    return best;
  }

  private Step step(List<Machinery> adds, Set<Machinery> built) {
    Set<String> changes = new LinkedHashSet<>();
    adds.forEach(piece -> changes.addAll(List.of(piece.changes().split(", "))));
    Map<String, String> resources = new LinkedHashMap<>();
    for (int i = 0; i < plan.size(); i++) {
      String resource = "r" + i;
      choice(i, built).ifPresent(one -> resources.put(resource, one.name()));
    }
    return new Step(adds, List.copyOf(changes), resources, holding(built));
  }

  private List<String> holding(Set<Machinery> built) {
    return IntStream.range(0, policies)
        .filter(policy -> holds(policy, built))
        .mapToObj(policy -> "p" + (policy + 1))
        .toList();
  }

  private boolean holds(int policy, Set<Machinery> built) {
    return IntStream.range(0, plan.size())
        .allMatch(
            resource ->
                choice(resource, built)
                    .filter(one -> !one.failing().get(resource).contains(policy))
                    .isPresent());
  }

  /** That of the plan once all is built, before it one that fails least for least. */
  private Optional<PlanCandidate> choice(int resource, Set<Machinery> built) {
    if (built.containsAll(pieces())) {
      return Optional.of(plan.get(resource));
    }
    Set<Machinery> there = new HashSet<>(have);
    there.addAll(built);
    return candidates.stream()
        .filter(this::isBeside)
        .filter(one -> there.containsAll(one.machinery()))
        .min(
            Comparator.comparing((PlanCandidate one) -> one.failing().get(resource).size())
                .thenComparing(PlanCandidate::effort)
                .thenComparing(one -> one.holdings().own(resource).count())
                .thenComparing(PlanCandidate::name));
  }

  /** Whether it creates nothing that the plan does without, and stands beside the plan's parts. */
  private boolean isBeside(PlanCandidate one) {
    Set<Kind> growing = new HashSet<>();
    Set<Kind> powers = new HashSet<>();
    plan.forEach(part -> growing.addAll(part.growing()));
    plan.forEach(part -> powers.addAll(part.powers()));
    return growing.containsAll(one.growing())
        && powers.containsAll(one.powers())
        && (one.passesForUser() || one.powers().containsAll(powers));
  }
}
