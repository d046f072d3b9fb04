package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.verdict.Assignment.Lot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries sets of strategies, in each of which every resource takes its own cheapest. A set is only
 * enlarged while all that it takes is no dearer than the best that was found: what grows by a
 * product and the pieces become no fewer, and no resource takes less than its least.
 */
final class PlanSearch {
  private final List<PlanCandidate> candidates;
  private final List<Lot> lots;
  private final Set<Machinery> have;
  private final Comparator<Assignment> cheapestFirst;
  private final long[][] leastEffort;
  private long setsLeft;
  private Optional<Assignment> best = Optional.empty();

  /**
   * A search that hasn't begun.
   *
   * @param mostSets how many sets are tried at most
   */
  PlanSearch(List<PlanCandidate> candidates, List<Lot> lots, Set<Machinery> have, long mostSets) {
    this.candidates =
        candidates.stream()
            .sorted(
                Comparator.comparingInt((PlanCandidate one) -> one.growing().size())
                    .thenComparingInt(one -> alone(one).machinery(have).size())
                    .thenComparingLong(PlanCandidate::effort)
                    .thenComparing(PlanCandidate::name))
            .toList();
    this.lots = List.copyOf(lots);
    this.have = have;
    cheapestFirst = Assignment.cheapestFirst(have);
    setsLeft = mostSets;
    leastEffort = new long[this.candidates.size() + 1][lots.size()];
    for (int i = this.candidates.size(); i >= 0; i--) {
      for (int lot = 0; lot < lots.size(); lot++) {
        leastEffort[i][lot] = leastEffort(i, lot);
      }
    }
  }

  private static Assignment alone(PlanCandidate candidate) {
    return new Assignment(List.of(), List.of(candidate));
  }

  /** The least that a resource of the lot takes under this candidate and those after it. */
  private long leastEffort(int first, int lot) {
    if (first == candidates.size()) {
      return Long.MAX_VALUE;
    }
    PlanCandidate candidate = candidates.get(first);
    long after = leastEffort[first + 1][lot];
    return candidate.suffices(lots.get(lot).resource())
        ? Math.min(candidate.effort(), after)
        : after;
  }

  /** The cheapest that is found; those of one strategy are tried first. */
  Optional<Assignment> cheapest() {
    candidates.forEach(one -> consider(List.of(one)));
    enlarge(List.of(), 0);
    return best;
  }

  /** Whether every set was tried that could be better. */
  boolean isExact() {
    return setsLeft >= 0;
  }

  private void enlarge(List<PlanCandidate> chosen, int next) {
    for (int i = next; i < candidates.size() && setsLeft >= 0; i++) {
      List<PlanCandidate> larger = new ArrayList<>(chosen);
      larger.add(candidates.get(i));
      if (larger.size() <= lots.size() && isPromising(new Assignment(List.of(), larger), i + 1)) {
        setsLeft--;
        consider(larger);
        enlarge(larger, i + 1);
      }
    }
  }

  /** Whether the set, perhaps with candidates from the next on, may be better than the best. */
  private boolean isPromising(Assignment set, int next) {
    if (!set.isCompatible()) {
      return false;
    }
    long effort = 0;
    for (int lot = 0; lot < lots.size(); lot++) {
      long least = leastEffort[next][lot];
      for (PlanCandidate one : set.choices()) {
        least = one.suffices(lots.get(lot).resource()) ? Math.min(one.effort(), least) : least;
      }
      if (least == Long.MAX_VALUE) {
        return false;
      }
      effort += least * lots.get(lot).size();
    }
    return best.isEmpty() || isNoDearer(set, effort, best.get());
  }

  private boolean isNoDearer(Assignment set, long effort, Assignment than) {
    int growing = Integer.compare(set.growing().size(), than.growing().size());
    int pieces = Integer.compare(set.machinery(have).size(), than.machinery(have).size());
    return growing < 0
        || (growing == 0 && (pieces < 0 || (pieces == 0 && effort <= than.effort())));
  }

  private void consider(List<PlanCandidate> strategies) {
    within(strategies)
        .filter(Assignment::isCompatible)
        .filter(found -> best.isEmpty() || cheapestFirst.compare(found, best.get()) < 0)
        .ifPresent(found -> best = Optional.of(found));
  }

  /** The cheapest of these strategies for each resource. */
  private Optional<Assignment> within(List<PlanCandidate> strategies) {
    List<PlanCandidate> choices = new ArrayList<>();
    for (Lot lot : lots) {
      Optional<PlanCandidate> choice = cheapest(strategies, lot.resource());
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      choices.add(choice.get());
    }
    return Optional.of(new Assignment(lots, choices));
  }

  private static Optional<PlanCandidate> cheapest(List<PlanCandidate> strategies, int resource) {
    return strategies.stream().filter(one -> one.suffices(resource)).min(cheapestAt(resource));
  }

  /** The order of cost among strategies for the resource that may all be used anyway. */
  static Comparator<PlanCandidate> cheapestAt(int resource) {
    return Comparator.comparingLong(PlanCandidate::effort)
        .thenComparing(one -> one.holdings().own(resource).count())
        .thenComparing(PlanCandidate::name);
  }
}
