package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A strategy for every resource, in the order of the file, and what they cost together. */
record Assignment(List<PlanCandidate> choices) {
  Assignment {
    choices = List.copyOf(choices);
  }

  /** The order of cost of plans where these pieces of machinery are there already. */
  static Comparator<Assignment> cheapestFirst(Set<Machinery> have) {
    return byCost(have).thenComparing(Assignment::names);
  }

  /** Likewise, where plans that cost the same are as good. */
  static Comparator<Assignment> byCost(Set<Machinery> have) {
    return Comparator.comparingInt((Assignment one) -> one.growing().size())
        .thenComparingInt(one -> one.machinery(have).size())
        .thenComparingLong(Assignment::effort)
        .thenComparingInt(Assignment::credentials)
        .thenComparingInt(one -> one.strategies().size());
  }

  Set<PlanCandidate> strategies() {
    return new LinkedHashSet<>(choices);
  }

  private static <E extends Enum<E>> Set<E> union(
      Set<PlanCandidate> strategies,
      Function<PlanCandidate, ? extends Iterable<E>> of,
      Class<E> type) {
    Set<E> union = EnumSet.noneOf(type);
    strategies.forEach(one -> of.apply(one).forEach(union::add));
    return union;
  }

  /** The kinds of standing credentials that grow by a product. */
  Set<Kind> growing() {
    return union(strategies(), PlanCandidate::growing, Kind.class);
  }

  /** The pieces that aren't there yet, in the order of their list. */
  Set<Machinery> machinery(Set<Machinery> have) {
    Set<Machinery> pieces = union(strategies(), PlanCandidate::machinery, Machinery.class);
    pieces.removeAll(have);
    return pieces;
  }

  /** What the agents of any strategy can use against every other. */
  Set<Kind> powers() {
    return union(strategies(), PlanCandidate::powers, Kind.class);
  }

  /** Whether each strategy holds what it holds beside the others. */
  boolean isCompatible() {
    Set<Kind> powers = powers();
    return strategies().stream().allMatch(one -> one.stands(powers));
  }

  /** Signatures and round trips of one call at each resource. */
  long effort() {
    return choices.stream().mapToLong(PlanCandidate::effort).sum();
  }

  /** Everything that is registered, shared things once. */
  int credentials() {
    Set<Registration> shared = new HashSet<>();
    strategies().forEach(one -> shared.addAll(one.holdings().shared()));
    int own = 0;
    for (int i = 0; i < choices.size(); i++) {
      own += choices.get(i).holdings().own().get(i).size();
    }
    return shared.size() + own;
  }

  /** The names in the order of the resources; the separator sorts before every name. */
  private String names() {
    return choices.stream().map(PlanCandidate::name).collect(Collectors.joining("\0"));
  }
}
