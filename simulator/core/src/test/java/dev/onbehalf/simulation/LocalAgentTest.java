package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.ControlStrategies.LooseSubjectToken;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A user and the agents on her own machine can do whatever any of them can. */
final class LocalAgentTest {
  private static final String PILOT =
      """
      scenario: pilot
      users: [dana, omar]
      agents: [clerk, other]
      resources: {records: [read, modify]}
      runs-at: {%s: user}
      default: unspecified
      policies:
        - dana, omar MAY use records directly
        - dana, omar MAY read records via clerk
        - dana MAY modify records via clerk
        - omar MAY NOT modify records via clerk
      """;

  private static final String REMOTE_ONLY =
      """
      scenario: remote-only
      users: [ann]
      agents: [clerk]
      resources: [records]
      runs-at: {clerk: user}
      policies:
        - ann MAY use records via clerk
        - ann MAY NOT use records directly
      """;

  @Test
  void agentBesideItsUser_actsAsTheUserWhateverIsSigned() {
    StrategyResult result = run(PILOT.formatted("clerk"));
    assertEquals(List.of(true, true, true, true), enforced(result));
    assertEquals(List.of(false, true, true, false), withstands(result));
    assertEquals(
        "omar may not modify records via clerk (world.yaml:11), but its agent, by presenting"
            + " what its user holds on the same machine, shows the same evidence as a"
            + " permitted call: omar may modify records directly (line 8)",
        result.policies().get(3).witness().orElseThrow().sentence());
  }

  @Test
  void agentElsewhere_isToldFromTheUser() {
    assertEquals(List.of(true, true, true, true), withstands(run(PILOT.formatted("other"))));
  }

  @Test
  void userBesideHerAgent_actsAsTheAgent() {
    StrategyResult result = Runs.only(new LooseSubjectToken(), REMOTE_ONLY);
    assertEquals(List.of(true, true), enforced(result));
    assertEquals(List.of(false, false), withstands(result));
    assertEquals(
        "ann may not use records directly (world.yaml:8), but its user, by presenting what"
            + " clerk holds on the same machine, shows the same evidence as a permitted"
            + " call: ann may use records via clerk (line 7)",
        result.policies().get(1).witness().orElseThrow().sentence());
  }

  @Test
  void agentsBesideOneUser_actAsEachOther_andThoseOfChainsToo() {
    String world =
        """
        scenario: beside
        users: [ann]
        agents: [near, close, far]
        chains: [[far, near], [near, far]]
        resources: [records]
        runs-at: {near: user, close: user}
        policies:
          - ann MAY use records via close
          - ann MAY NOT use records via far then near
          - ann MAY NOT use records via near then far
        """;
    assertEquals(List.of(false, false, true), withstands(run(world)));
  }

  private static StrategyResult run(String world) {
    return Runs.only(new GateControl(List.of("user", "agent"), false), world);
  }

  private static List<Boolean> enforced(StrategyResult result) {
    return result.policies().stream().map(PolicyScore::enforced).toList();
  }

  private static List<Boolean> withstands(StrategyResult result) {
    return result.policies().stream().map(PolicyScore::withstands).toList();
  }
}
