package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.token.registry.Registration.Kind;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A strategy for every resource, and what they cost together.
 *
 * @param lots the resources, in the order of the file
 * @param choices the strategy for each of the lots
 */
record Assignment(List<Lot> lots, List<PlanCandidate> choices) {
  Assignment {
    lots = List.copyOf(lots);
    choices = List.copyOf(choices);
  }

  /**
   * Resources that the same strategies do for, with as many registrations.
   *
   * @param resource the position of the first
   * @param size how many there are
   */
  record Lot(int resource, long size) {
    Lot with(Lot other) {
      return new Lot(resource, size + other.size);
    }
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
        .thenComparing(Assignment::credentials)
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
    return indices().mapToLong(i -> choices.get(i).effort() * lots.get(i).size()).sum();
  }

  /** Everything that is registered, shared things once. */
  BigInteger credentials() {
    BigInteger shared =
        Held.together(strategies().stream().map(one -> one.holdings().shared()).toList());
    return indices().mapToObj(this::own).reduce(shared, BigInteger::add);
  }

  private BigInteger own(int lot) {
    Lot resources = lots.get(lot);
    return choices
        .get(lot)
        .holdings()
        .own(resources.resource())
        .count()
        .multiply(BigInteger.valueOf(resources.size()));
  }

  private IntStream indices() {
    return IntStream.range(0, lots.size());
  }

  /** The names in the order of the file; the separator sorts before every name. */
  private String names() {
    return choices.stream().map(PlanCandidate::name).collect(Collectors.joining("\0"));
  }
}
