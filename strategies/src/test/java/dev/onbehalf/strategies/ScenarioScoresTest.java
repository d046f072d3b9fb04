package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What designs beside plain token exchange enforce of the scenarios, and of small worlds. */
final class ScenarioScoresTest {
  static Stream<Arguments> scenarios() {
    return Stream.of(
        Arguments.of(new GatedAccount(), "hr-rollout", 4, 4),
        Arguments.of(new GatedAccount(), "shared-document", 4, 4),
        // whoever may be named by an agent is named by it for everybody
        Arguments.of(new RunAs(), "hr-rollout", 4, 2),
        Arguments.of(new AgentMtlsStrict(), "hr-rollout", 4, 4),
        Arguments.of(new AgentMtlsStrict(), "shared-document", 4, 4),
        Arguments.of(new TokenExchangeDpop(), "hr-rollout", 4, 4),
        Arguments.of(new TransactionTokenForAgents(), "hr-rollout", 4, 4),
        Arguments.of(new TransactionTokenForAgents(), "research-batch", 3, 3),
        // it shows no user behind an agent
        Arguments.of(new SharedCredential(), "hr-rollout", 2, 2));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario(CredentialStrategy strategy, String scenario, int enforced, int withstands)
      throws IOException {
    StrategyResult result =
        Runs.only(strategy, Files.readString(Path.of("../scenarios", scenario + ".yaml")));
    assertEquals(enforced, result.enforced());
    assertEquals(withstands, result.withstands());
  }

  @Test
  void gatedAccount_decidesNowhereOnBoth() {
    assertFalse(new GatedAccount().about().proof().isJoint());
  }

  /** The gateway permits u, the resource a; nobody is there to see that u may use b alone. */
  @Test
  void gatedAccount_failsWhereUserAndAgentMustBeSeenTogether() {
    StrategyResult result =
        Runs.only(
            new GatedAccount(),
            """
            scenario: world
            users: [u, v]
            agents: [a, b]
            resources: [r]
            policies:
              - u MAY use r via b
              - v MAY use r via a
            """);
    assertEquals(0, result.enforced());
  }

  /** Whoever presents nothing isn't taken for an agent with the shared credential. */
  @Test
  void sharedCredential_isNeededByThoseWhoCallInPersonToPassForAnAgent() {
    StrategyResult result =
        Runs.only(
            new SharedCredential(),
            """
            scenario: world
            users: [u]
            agents: [a]
            resources: [r]
            policies:
              - u MAY use r via a
              - u MAY NOT use r directly
            """);
    assertEquals(2, result.withstands());
  }
}
