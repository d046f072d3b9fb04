package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A strategy is left out of plans only where another does all that it does for less. */
final class PlanCandidateTest {
  private static final Registration USER = new Registration(Kind.USER, List.of("u"));
  private static final Registration KEY = new Registration(Kind.ROOT_KEY, List.of("u", "r2"));
  private static final Registration CONSENT = new Registration(Kind.CONSENT, List.of("u"));

  private static final PlanCandidate CHEAP = new Builder().built();
  private static final PlanCandidate DEAR =
      new Builder()
          .named("b")
          .machinery(Machinery.GATEWAY)
          .growing(Kind.ROOT_KEY)
          .registering(USER, KEY)
          .failing(List.of(), List.of(0))
          .built();

  @Test
  void whoDoesAsMuchForLess_dominates() {
    assertTrue(CHEAP.dominates(DEAR));
    assertFalse(DEAR.dominates(CHEAP));
    assertFalse(CHEAP.dominates(CHEAP));
  }

  @Test
  void effortDecides_andTheNameWhereItIsTheSame() {
    assertTrue(CHEAP.dominates(new Builder().named("b").built()));
    assertFalse(new Builder().named("b").built().dominates(CHEAP));
    assertTrue(new Builder().named("b").effort(0).built().dominates(CHEAP));
    assertFalse(new Builder().effort(2).built().dominates(DEAR));
  }

  @Test
  void whoTakesSomethingThatTheOtherDoesWithout_doesNotDominate() {
    assertFalse(new Builder().machinery(Machinery.BROKER).built().dominates(DEAR));
    assertFalse(new Builder().growing(Kind.USER).built().dominates(DEAR));
    assertFalse(
        new Builder()
            .registering(USER, new Registration(Kind.CLIENT, List.of("a")))
            .built()
            .dominates(DEAR));
    assertFalse(
        new Builder()
            .registering(USER, new Registration(Kind.ROOT_KEY, List.of("v", "r2")))
            .built()
            .dominates(DEAR));
    assertFalse(
        new Builder()
            .registering(USER, new Registration(Kind.ROOT_KEY, List.of("u", "r1")))
            .built()
            .dominates(DEAR));
  }

  @Test
  void whoFailsWhereTheOtherHolds_doesNotDominate() {
    assertFalse(new Builder().failing(List.of(0), List.of()).built().dominates(DEAR));
    assertTrue(new Builder().failing(List.of(), List.of(1)).built().dominates(DEAR));
  }

  @Test
  void whoTellsAgentsFromUsers_isNoBetterThanWhoDoesNot_butNoWorse() {
    PlanCandidate telling = new Builder().passesForUser(false).built();
    assertFalse(telling.dominates(DEAR));
    assertTrue(telling.dominates(new Builder().named("b").passesForUser(false).built()));
    assertTrue(CHEAP.dominates(new Builder().named("b").passesForUser(false).built()));
  }

  @Test
  void powers_areWhatLetsAgentsPassForUsers() {
    PlanCandidate consenting = new Builder().registering(USER, CONSENT).built();
    assertEquals(Set.of(Kind.CONSENT), consenting.powers());
    assertEquals(Set.of(), DEAR.powers());
    assertFalse(consenting.dominates(DEAR));
    assertTrue(
        consenting.dominates(new Builder().named("b").registering(USER, KEY, CONSENT).built()));
    PlanCandidate telling = new Builder().passesForUser(false).built();
    PlanCandidate tellingWithConsent =
        new Builder().named("b").passesForUser(false).registering(USER, CONSENT).built();
    assertFalse(telling.stands(Set.of(Kind.CONSENT)));
    assertTrue(tellingWithConsent.stands(Set.of(Kind.CONSENT)));
    assertTrue(CHEAP.stands(Set.of(Kind.CONSENT)));
    assertFalse(telling.dominates(tellingWithConsent));
  }

  @Test
  void candidates_areTheSameByName() {
    PlanCandidate named = new Builder().effort(7).built();
    assertEquals(CHEAP, named);
    assertEquals(CHEAP.hashCode(), named.hashCode());
    assertEquals("a".hashCode(), CHEAP.hashCode());
    assertNotEquals(CHEAP, DEAR);
    assertNotEquals(CHEAP, "a");
  }

  /** A candidate for two resources at which everything holds, with one user registered. */
  private static final class Builder {
    private String name = "a";
    private List<Machinery> machinery = List.of();
    private Set<Kind> growing = Set.of();
    private boolean passesForUser = true;
    private long effort = 1;
    private Set<Registration> registrations = Set.of(USER);
    private List<List<Integer>> failing = List.of(List.of(), List.of());

    Builder named(String other) {
      name = other;
      return this;
    }

    Builder machinery(Machinery... pieces) {
      machinery = List.of(pieces);
      return this;
    }

    Builder growing(Kind kind) {
      growing = Set.of(kind);
      return this;
    }

    Builder passesForUser(boolean passes) {
      passesForUser = passes;
      return this;
    }

    Builder effort(long other) {
      effort = other;
      return this;
    }

    Builder registering(Registration... some) {
      registrations = Set.of(some);
      return this;
    }

    Builder failing(List<Integer> atFirst, List<Integer> atSecond) {
      failing = List.of(atFirst, atSecond);
      return this;
    }

    PlanCandidate built() {
      return new PlanCandidate(
          name,
          machinery,
          growing,
          passesForUser,
          effort,
          Holdings.of(registrations, List.of("r1", "r2")),
          failing);
    }
  }
}
