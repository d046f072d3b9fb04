package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.GateControl;
import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strategies enforce of small worlds, and of the scenarios, when users cheat, too. */
final class CheatingCallersTest {
  @ParameterizedTest
  @CsvSource({
    "research-batch, agent-header, 1, 0",
    "research-batch, macaroon, 1, 0",
    "relay, macaroon, 3, 2",
    "relay, agent-header, 4, 1",
    "hr-rollout, agent-header, 4, 2",
    "hr-rollout, macaroon, 4, 4",
    "marketing, agent-header, 4, 4",
    "shared-document, macaroon, 4, 4"
  })
  void scenario_withUsersWhoCheat(String scenario, String strategy, int enforced, int withstands)
      throws IOException {
    StrategyResult result =
        Runs.only(
            Strategies.named(strategy),
            Files.readString(Path.of("../scenarios", scenario + ".yaml")));
    assertEquals(enforced, result.enforced());
    assertEquals(withstands, result.withstands());
  }

  @Test
  void userWhoWritesTheAgentsHeader_isTold() {
    assertEquals(
        "u may not use r directly (no policy permits it), but its user, by writing the"
            + " header x-agent: a, shows the same evidence as a permitted call: u may use r"
            + " via a (line 6)",
        onlyVia(new AgentHeader()).sentence());
  }

  @Test
  void userWhoAddsTheAgentsCaveat_isTold() {
    assertEquals(
        "u may not use r directly (no policy permits it), but its user, by adding to its"
            + " macaroon the caveat agent = a, shows the same evidence as a permitted call:"
            + " u may use r via a (line 6)",
        onlyVia(new Macaroon()).sentence());
  }

  private static Witness onlyVia(CredentialStrategy strategy) {
    StrategyResult result = Runs.only(strategy, world("u MAY use r via a"));
    assertEquals(1, result.enforced());
    return result.policies().get(0).witness().orElseThrow();
  }

  @Test
  void agentsProof_keepsUsersOut() {
    for (CredentialStrategy strategy :
        List.of(new AgentMtls(), new WorkloadProof(), new TokenExchange(), new DelegationChain())) {
      assertEquals(1, Runs.only(strategy, world("u MAY use r via a")).withstands());
    }
  }

  @Test
  void prohibition_isEnforcedWhereNothingLeaksInItsOwnScope() {
    // In person the user passes for the agent that she may use; the gateway still stops the other.
    assertEquals(
        List.of(false, true),
        Runs.only(
                new GateControl(List.of("user", "agent"), false),
                world("u MAY use r via a", "u MAY NOT use r via b"))
            .policies()
            .stream()
            .map(PolicyScore::withstands)
            .toList());
  }

  @Test
  void witnessOfAProhibition_liesInItsScope() {
    Witness witness =
        Runs.only(
                new SecretBroker(),
                """
                scenario: world
                users: [u]
                agents: [a, b]
                chains: [[a, b]]
                resources: [r]
                policies:
                  - u MAY NOT use r via a
                  - u MAY use r via b
                """)
            .policies()
            .get(0)
            .witness()
            .orElseThrow();
    assertEquals(List.of("a", "b"), witness.denied().via());
  }

  @Test
  void worldWithoutAgents_needsNoHeader() {
    SimulationResult result =
        Runs.run(
            """
            scenario: world
            users: [u]
            resources: [r]
            policies: [u MAY use r]
            """,
            1_000,
            Strategies.all().toArray(CredentialStrategy[]::new));
    assertEquals(Optional.of("credential-inheritance"), result.verdict().recommended());
  }

  private static String world(String... policies) {
    return """
    scenario: world
    users: [u]
    agents: [a, b]
    resources: [r]
    policies:
      - %s
    """
        .formatted(String.join("\n  - ", policies));
  }
}
