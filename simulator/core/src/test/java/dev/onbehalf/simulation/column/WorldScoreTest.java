package dev.onbehalf.simulation.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.ExactCounts;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.ScenarioTooLargeException;
import dev.onbehalf.simulation.score.Shown;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In worlds too large to enumerate the counts are those that a product of a few numbers gives. */
final class WorldScoreTest {
  private static final Shown USER =
      new Shown(Proof.atResource(List.of(Attributes.USER), List.of(Attributes.USER)), Map.of());
  private static final Shown AGENT =
      new Shown(
          Proof.atResource(List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.AGENT)),
          Map.of());
  private static final Shown BOTH =
      new Shown(Proof.of(Attributes.USER, Attributes.AGENT), Map.of());

  private static final long USERS = 10_000_000;
  private static final long AGENTS = 10_000;
  private static final long TARGETS = 2_000_000;
  private static final long PILOT = 500;

  /** Her and the others, each in person, via the agent that is named and via another. */
  private static final long KINDS_OF_ONE_POLICY = 2 * 3;

  private static final String LARGE =
      """
      scenario: large
      users: ["u[1..10000000]"]
      groups: {pilot: ["u[1..500]"]}
      agents: ["a[1..10000]"]
      resources:
        "r[1..1000000]": [read, write]
      policies:
        - anyone MAY use anything directly
        - pilot MAY use r7 via a3
      """;

  @Test
  void counts_inTheLargestWorld_areClosedForms() throws InvalidScenarioException {
    WorldScore score = new WorldScore(read(LARGE), List.of(USER, AGENT, BOTH));
    BigInteger total =
        BigInteger.valueOf(USERS * (AGENTS + 1)).multiply(BigInteger.valueOf(TARGETS));
    long direct = USERS * TARGETS;
    long pilot = 2 * PILOT;
    BigInteger permitted = BigInteger.valueOf(direct + pilot);
    assertEquals(
        new ExactCounts(total, permitted, total.subtract(permitted), permitted), score.counts(0));
    BigInteger delegated = BigInteger.valueOf(pilot);
    assertEquals(
        new ExactCounts(total, delegated, BigInteger.valueOf(2 * (USERS - PILOT)), delegated),
        score.counts(1));
    BigInteger none = BigInteger.ZERO;
    assertEquals(new ExactCounts(total, none, none, none), score.counts(2));
    assertEquals(direct, score.scopeSize(0));
    assertEquals(pilot, score.scopeSize(1));
  }

  @Test
  void outcomes_inTheLargestWorld_areThoseOfASmallOne() throws InvalidScenarioException {
    for (String yaml : List.of(LARGE, smaller(LARGE))) {
      WorldScore score = new WorldScore(read(yaml), List.of(USER, AGENT, BOTH));
      assertEquals(Outcome.NOT_ENFORCED, score.outcome(0, 0), yaml);
      assertEquals(Outcome.NOT_ENFORCED, score.outcome(0, 1), yaml);
      assertEquals(Outcome.ENFORCED, score.outcome(1, 0), yaml);
      assertEquals(Outcome.NOT_ENFORCED, score.outcome(1, 1), yaml);
      assertEquals(Outcome.ENFORCED, score.outcome(2, 0), yaml);
      assertEquals(Outcome.ENFORCED, score.outcome(2, 1), yaml);
      assertEquals(List.of(Need.PATH, Need.GATED), List.copyOf(score.needs().keySet()), yaml);
    }
  }

  private static String smaller(String yaml) {
    return yaml.replace("u[1..10000000]", "u[1..501]")
        .replace("10000]", "4]")
        .replace("1000000]", "8]");
  }

  @Test
  void targetsThatDifferInNamesAlone_areScoredOnce() throws InvalidScenarioException {
    StringBuilder yaml =
        new StringBuilder(
            """
            scenario: alike
            users: ["u[1..1000]"]
            agents: ["a[1..1000]"]
            resources: ["r[1..1000]"]
            policies:
            """);
    for (int i = 1; i <= 1000; i++) {
      yaml.append("  - u%d MAY use r%d via a%d\n".formatted(i, i * 7 % 1000 + 1, i * 3 % 1000 + 1));
    }
    WorldScore score = new WorldScore(read(yaml.toString()), List.of(USER, AGENT, BOTH));
    assertEquals(1000, score.targetClasses());
    assertEquals(1, score.shapes());
    assertEquals(KINDS_OF_ONE_POLICY * 3, score.rows());
    assertEquals(BigInteger.valueOf(1000), score.counts(0).wronglyDenied());
  }

  @Test
  void targetsThatDifferInSizesAlone_areCountedEach() throws InvalidScenarioException {
    StringBuilder groups = new StringBuilder();
    StringBuilder policies = new StringBuilder();
    for (int i = 2; i <= 30; i++) {
      groups.append("  g%d: [\"u[1..%d]\"]\n".formatted(i, i));
      policies.append("  - g%d MAY use r%d via a1\n".formatted(i, i));
    }
    String yaml =
        "scenario: sizes\nusers: [\"u[1..1000]\"]\nagents: [a1, a2]\nresources: [\"r[1..30]\"]\n"
            + "groups:\n%spolicies:\n%s".formatted(groups, policies);
    WorldScore score = new WorldScore(read(yaml), List.of(USER, AGENT));
    assertEquals((KINDS_OF_ONE_POLICY + 2) * 2, score.rows(), "r1, and one table for all others");
    long members = 30 * 31 / 2 - 1;
    assertEquals(BigInteger.valueOf(members), score.counts(0).wronglyDenied());
    assertEquals(BigInteger.valueOf(2 * members), score.counts(0).wronglyPermitted());
    assertEquals(BigInteger.valueOf(members), score.counts(1).wronglyDenied());
    assertEquals(BigInteger.valueOf(29 * 1000 - members), score.counts(1).wronglyPermitted());
    for (int i = 2; i <= 30; i++) {
      assertEquals(i, score.scopeSize(i - 2));
    }
  }

  @Test
  void requestsBeyondALong_areRefused() throws InvalidScenarioException {
    int million = 1 << 20;
    Scenario largest = vast(2 * million, 2 * million - 1, 2 * million - 1);
    BigInteger most = BigInteger.ONE.shiftLeft(Long.SIZE - 1);
    assertEquals(
        most.subtract(BigInteger.ONE.shiftLeft(42)),
        new WorldScore(largest, List.of(USER)).counts(0).total());
    Scenario beyond = vast(2 * million, 2 * million - 1, 2 * million);
    assertEquals(most, beyond.requestCount());
    assertThrows(ScenarioTooLargeException.class, () -> new WorldScore(beyond, List.of(USER)));
  }

  private static Scenario vast(int users, int agents, int resources)
      throws InvalidScenarioException {
    return read(
        """
        scenario: vast
        users: ["u[1..%d]"]
        agents: ["a[1..%d]"]
        resources: ["r[1..%d]"]
        policies: [u1 MAY use r1]
        """
            .formatted(users, agents, resources));
  }

  @Test
  void moreKindsOfRequestsThanATableHolds_areRefused() throws InvalidScenarioException {
    int named = 2900;
    StringBuilder yaml =
        new StringBuilder(
            """
            scenario: kinds
            users: ["u[1..3000]"]
            agents: ["a[1..3000]"]
            resources: [r]
            context: {mode: [work, play, rest]}
            policies:
              - u1 MAY use r via a1 when mode is rest
            """);
    for (int i = 2; i <= named; i++) {
      yaml.append("  - u%d MAY use r via a%d\n".formatted(i, i));
    }
    Scenario scenario = read(yaml.toString());
    long kinds = (named + 1L) * (named + 2) * 2;
    assertEquals(
        "the %,d sentences that speak of `use r` tell %,d kinds of its requests apart; at most"
                .formatted(named, kinds)
            + " 16,777,216 can be scored",
        assertThrows(ScenarioTooLargeException.class, () -> new WorldScore(scenario, List.of(USER)))
            .getMessage());
  }

  @Test
  void policiesThatDecideAndFail_areThoseOfTheResource() throws InvalidScenarioException {
    WorldScore score =
        new WorldScore(
            read(
                """
                scenario: two
                users: [alice, bob]
                agents: [a1, a2]
                resources:
                  r1: [read, write]
                  r2: [read, write, list]
                  r3: [read, write]
                policies:
                  - alice MAY read r1 via a1
                  - bob MAY write r2 via a1
                  - anyone MAY NOT write r2
                  - anyone MAY list r2
                """),
            List.of(USER, BOTH));
    assertEquals(
        List.of(List.of(0), List.of(1), List.of(2)),
        score.resources().stream().map(ResourceClass::first).toList());
    assertEquals(
        List.of(List.of(0), List.of(2, 3), List.of()),
        score.resources().stream().map(score::deciding).toList());
    assertEquals(
        List.of(List.of(0), List.of(), List.of()),
        score.resources().stream().map(one -> score.failing(0, one)).toList());
    assertEquals(
        List.of(List.of(), List.of(), List.of()),
        score.resources().stream().map(one -> score.failing(1, one)).toList());
    assertEquals(List.of(true, false), List.of(score.suffices(1), score.suffices(0)));
    assertEquals(Optional.empty(), score.failing(1, 0));
    assertEquals(0, score.failing(0, 0).orElseThrow().policy());
  }

  private static Scenario read(String yaml) throws InvalidScenarioException {
    return ScenarioReader.read("x.yaml", yaml.getBytes(UTF_8));
  }
}
