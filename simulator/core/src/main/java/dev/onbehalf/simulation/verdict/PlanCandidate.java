package dev.onbehalf.simulation.verdict;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan must know of a strategy.
 *
 * @param growing the kinds of standing credentials that grow by a product
 * @param passesForUser whether an agent looks like the user in person, or can by cheating
 * @param effort signatures and round trips of one call through an agent
 * @param sites what it does at each resource, in the order of the file
 */
public record PlanCandidate(
    String name,
    List<Machinery> machinery,
    Set<Kind> growing,
    boolean passesForUser,
    long effort,
    List<Site> sites) {
  /**
   * What lets an agent get tokens that name a user and not itself, for every audience. Nothing else
   * is good at a second resource: tokens have one audience, and vault entries, root keys and
   * clients of a resource's own server are for that resource.
   */
  private static final Set<Kind> POWERS =
      Set.of(Kind.IMPERSONATOR, Kind.CONSENT, Kind.ADMINISTRATOR_CONSENT);

  public PlanCandidate {
    machinery = List.copyOf(machinery);
    growing = Set.copyOf(growing);
    sites = List.copyOf(sites);
  }

  /**
   * One resource under the strategy.
   *
   * @param registrations what is registered where the strategy serves this resource alone
   * @param own how many of them are for this resource and no other
   * @param failing the positions of the policies that don't hold here
   */
  public record Site(Set<Registration> registrations, int own, List<Integer> failing) {
    public Site {
      registrations = Set.copyOf(registrations);
      failing = List.copyOf(failing);
    }
  }

  boolean suffices(int resource) {
    return sites.get(resource).failing().isEmpty();
  }

  /** The powers that it gives to agents, wherever they call. */
  Set<Kind> powers() {
    return sites.stream()
        .flatMap(site -> site.registrations().stream())
        .map(Registration::kind)
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
        && (stands(other.powers()) && (passesForUser || !other.passesForUser))
        && dominatesSites(other)
        && (effort < other.effort || effort == other.effort && name.compareTo(other.name) < 0);
  }

  private boolean dominatesSites(PlanCandidate other) {
    for (int i = 0; i < sites.size(); i++) {
      Set<Registration> others = other.sites.get(i).registrations();
      if (!suffices(i) && other.suffices(i) || !others.containsAll(sites.get(i).registrations())) {
        return false;
      }
    }
    return true;
  }
}
