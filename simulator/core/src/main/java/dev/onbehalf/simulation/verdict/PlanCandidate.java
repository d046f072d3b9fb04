package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a plan must know of a strategy.
 *
 * @param growing the kinds of standing credentials that grow by a product
 * @param passesForUser whether an agent looks like the user in person, or can by cheating
 * @param effort signatures and round trips of one call through an agent
 * @param holdings what is registered for it
 * @param failing the positions of the policies that don't hold at each resource, in the order of
 *     the file
 */
public record PlanCandidate(
    String name,
    List<Machinery> machinery,
    Set<Kind> growing,
    boolean passesForUser,
    long effort,
    Holdings holdings,
    List<List<Integer>> failing) {
  /**
   * What lets an agent get tokens that name a user and not itself, for every audience. Nothing else
   * is good at a second resource: tokens have one audience, and vault entries, root keys and
   * clients of a resource's own server are for that resource.
   */
  private static final Set<Kind> POWERS =
      Set.of(Kind.IMPERSONATOR, Kind.CONSENT, Kind.ADMINISTRATOR_CONSENT);

  private static final Comparator<PlanCandidate> BY_EFFORT =
      Comparator.comparingLong(PlanCandidate::effort).thenComparing(PlanCandidate::name);

  public PlanCandidate {
    machinery = List.copyOf(machinery);
    growing = Set.copyOf(growing);
    failing = failing.stream().map(List::copyOf).toList();
  }

  /** By its name alone, which no other has: holdings can be large. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlanCandidate candidate && candidate.name.equals(name);
  }

  boolean suffices(int resource) {
    return failing.get(resource).isEmpty();
  }

  /** The powers that it gives to agents, wherever they call. */
  Set<Kind> powers() {
    return holdings.kinds().stream()
        .filter(POWERS::contains)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  /** Whether the policies that hold do so although other resources' strategies give the powers. */
  boolean stands(Set<Kind> given) {
    return passesForUser || powers().containsAll(given);
  }

  /** Whether it does everything that the other one does, for less. */
  boolean dominates(PlanCandidate other) {
    return other.growing.containsAll(growing)
        && other.machinery.containsAll(machinery)
        && other.powers().containsAll(powers())
        && stands(other.powers())
        && (passesForUser || !other.passesForUser)
        && IntStream.range(0, failing.size()).allMatch(i -> suffices(i) || !other.suffices(i))
        && BY_EFFORT.compare(this, other) < 0
        && holdings.isWithin(other.holdings);
  }
}
