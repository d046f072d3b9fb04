package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.ConcealingControl;
import dev.onbehalf.simulation.FaultyControl;
import dev.onbehalf.simulation.GateControl;
import dev.onbehalf.simulation.IssuanceControl;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PointWitness;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Points that each see a part, points that can be gone past, and who stops what where. */
final class SeveralPointsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static final CredentialStrategy TWO_GATES = new GateControl(List.of("agent"), false);
  private static final CredentialStrategy JOINT_GATE =
      new GateControl(List.of("user", "agent"), false);
  private static final CredentialStrategy BYPASSABLE =
      new GateControl(List.of("user", "agent"), true);

  private static final String PILOT =
      """
      scenario: pilot
      users: [dana, omar]
      agents: [clerk]
      resources: {records: [read, modify]}
      policies:
        - dana, omar MAY use records directly
        - dana, omar MAY read records via clerk
        - dana MAY modify records via clerk
        - omar MAY NOT modify records via clerk
      """;

  @Test
  void twoGates_enforceJustTheRectangles() {
    List<List<String>> pairs =
        List.of(
            List.of("ann", "ada"), List.of("ann", "bot"),
            List.of("bob", "ada"), List.of("bob", "bot"));
    for (int bits = 0; bits < 16; bits++) {
      Set<List<String>> allowed = new HashSet<>();
      StringBuilder policies = new StringBuilder();
      for (int i = 0; i < 4; i++) {
        boolean may = (bits >> i & 1) == 1;
        if (may) {
          allowed.add(pairs.get(i));
        }
        policies.append(
            "  - %s %s use disk via %s%n"
                .formatted(pairs.get(i).get(0), may ? "MAY" : "MAY NOT", pairs.get(i).get(1)));
      }
      StrategyResult result = run(TWO_GATES, twoByTwo("unspecified", policies.toString()));
      assertEquals(isRectangle(allowed), result.suffices(), policies::toString);
    }
  }

  private static boolean isRectangle(Set<List<String>> allowed) {
    return allowed.stream()
        .allMatch(
            left ->
                allowed.stream()
                    .allMatch(right -> allowed.contains(List.of(left.get(0), right.get(1)))));
  }

  private static String twoByTwo(String otherwise, String policies) {
    return """
    scenario: two-by-two
    users: [ann, bob]
    agents: [ada, bot]
    resources: [disk]
    default: %s
    policies:
    %s\
    """
        .formatted(otherwise, policies);
  }

  @Test
  void twoGates_saysWhichGateStopsWhat() {
    StrategyResult result =
        run(
            TWO_GATES,
            twoByTwo(
                "deny",
                """
                  - ann MAY use disk directly
                  - ann MAY use disk via ada
                  - anyone MAY NOT use disk via bot
                  - bob MAY NOT use disk
                  - bob MAY NOT use disk via ada
                """));
    assertEquals(
        List.of(
            List.of(Point.RESOURCE),
            List.of(Point.GATEWAY, Point.RESOURCE),
            List.of(Point.GATEWAY),
            List.of(Point.GATEWAY, Point.RESOURCE),
            List.of(Point.RESOURCE)),
        result.policies().stream().map(PolicyScore::enforcedAt).toList());
    assertTrue(result.suffices());
  }

  @Test
  void leakedRequest_isProvedByAPermittedOneAtEachGate() {
    StrategyResult result =
        run(
            TWO_GATES,
            twoByTwo(
                "unspecified",
                """
                  - ann MAY use disk via bot
                  - bob MAY use disk via ada
                  - ann MAY NOT use disk via ada
                """));
    assertEquals(List.of(false, false, false), enforced(result));
    assertEquals(List.of(), result.policies().get(2).enforcedAt());
    Witness witness = result.policies().get(2).witness().orElseThrow();
    assertEquals(
        List.of(Point.GATEWAY, Point.RESOURCE),
        witness.points().stream().map(PointWitness::point).toList());
    assertEquals(
        "ann may not use disk via ada (several.yaml:9), but shows the gateway the same"
            + " evidence as a permitted call: bob may use disk via ada (line 8), and the"
            + " resource that of another: ann may use disk via bot (line 7)",
        witness.sentence());
    assertEquals(new SimulationResult.RequestCounts(6, 3, 2, 1, 1), result.requests());
  }

  @Test
  void jointGate_enforcesWhatTheResourceCannotSee() {
    StrategyResult result = run(JOINT_GATE, PILOT);
    assertTrue(result.suffices());
    assertEquals(List.of(Point.GATEWAY), result.policies().get(3).enforcedAt());
    assertEquals(
        List.of(Point.GATEWAY, Point.RESOURCE),
        result.points().stream().map(SimulationResult.PointFacts::point).toList());
  }

  @Test
  void bypassableGate_isEnforcedWithHonestAgents_butDoesNotWithstand() {
    StrategyResult result = run(BYPASSABLE, PILOT);
    assertEquals(List.of(true, true, true, true), enforced(result));
    assertEquals(List.of(false, true, true, false), withstands(result));
    assertEquals(
        "omar may not modify records via clerk (several.yaml:9), but its agent, by going"
            + " past the gateway, shows the same evidence as a permitted call: omar may"
            + " modify records directly (line 6)",
        result.policies().get(3).witness().orElseThrow().sentence());
  }

  @Test
  void issuance_stopsWhatTheResourceCannotSee_evenWhenAgentsConcealThemselves() {
    StrategyResult result = run(new IssuanceControl(true), PILOT);
    assertTrue(result.suffices());
    assertEquals(List.of(Point.ISSUANCE), result.policies().get(3).enforcedAt());
    // Each user logs in for the resource and for the agent; of the two actions via the agent, each
    // takes an actor token and an exchange, and of the denied one only the actor token is issued.
    assertEquals(2 + 2 + 4 + 3, result.live().tokensMinted());
  }

  @Test
  void issuance_ofMoreThanTheCallNeeds_isRefusedByTheRun() {
    assertEquals(
        List.of(
            "for `omar read records via clerk` it asks for a token that allows more than the call"
                + " needs, and gets none"),
        runAny(new IssuanceControl(false), PILOT).failed().stream()
            .map(FailedStrategy::error)
            .toList());
  }

  @Test
  void exchangeThatConcealsTheAgent_passesForTheUserInPerson_whereNobodyLooksWhoAsked() {
    StrategyResult result = run(new ConcealingControl(), PILOT);
    assertEquals(List.of(true, true, true, true), enforced(result));
    assertEquals(List.of(false, true, true, false), withstands(result));
    assertEquals(
        "omar may not modify records via clerk (several.yaml:9), but its agent, by"
            + " concealing itself from the token service, shows the same evidence as a"
            + " permitted call: omar may modify records directly (line 6)",
        result.policies().get(3).witness().orElseThrow().sentence());
  }

  @Test
  void bugAfterARefusal_isNoRefusal() {
    for (CredentialStrategy strategy : List.of(new IssuanceControl(true), JOINT_GATE)) {
      assertFails(
          "a bug",
          new FaultyControl(
              strategy,
              refused -> {
                throw new BugException("a bug");
              }));
    }
  }

  @Test
  void refusalHandedOn_isARefusal() {
    for (CredentialStrategy strategy : List.of(new IssuanceControl(true), JOINT_GATE)) {
      assertTrue(run(new FaultyControl(strategy, UnaryOperator.identity()), PILOT).suffices());
    }
  }

  private static void assertFails(String reason, CredentialStrategy strategy) {
    assertEquals(
        List.of(BugException.class.getName() + ": " + reason),
        runAny(strategy, PILOT).failed().stream().map(FailedStrategy::error).toList());
  }

  private static final class BugException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BugException(String message) {
      super(message);
    }
  }

  private static List<Boolean> enforced(StrategyResult result) {
    return result.policies().stream().map(PolicyScore::enforced).toList();
  }

  private static List<Boolean> withstands(StrategyResult result) {
    return result.policies().stream().map(PolicyScore::withstands).toList();
  }

  private static StrategyResult run(CredentialStrategy strategy, String yaml) {
    SimulationResult result = runAny(strategy, yaml);
    assertEquals(List.of(), result.failed());
    return result.strategies().get(0);
  }

  private static SimulationResult runAny(CredentialStrategy strategy, String yaml) {
    try {
      return Simulator.run(
          ScenarioReader.read("several.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
          new ScenarioSource("several.yaml", ""),
          List.of(strategy),
          new SimulationSettings(
              1, SigningAlgorithm.ES256, SigningProvider.fastest(), CLOCK, 1_000),
          Progress.NONE);
    } catch (InvalidScenarioException e) {
      throw new AssertionError(yaml, e);
    }
  }
}
