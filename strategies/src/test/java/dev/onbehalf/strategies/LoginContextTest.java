package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user's login knows is known wherever what her login yields is shown. */
final class LoginContextTest {
  private static final String TIERS =
      """
      scenario: tiers
      users: [ann, bob]
      agents: [ada, bot]
      chains: [[ada, bot]]
      resources: [account]
      context:
        tier: {values: [gold, free], known-to: login}
      policies:
        - anyone MAY use account when tier is gold
        - anyone MAY NOT use account when tier is free
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "credential-inheritance",
        "agent-header",
        "agent-mtls",
        "agent-mtls-strict",
        "workload-proof",
        "exchange-impersonation",
        "token-exchange",
        "token-exchange-context",
        "token-exchange-dpop",
        "delegation-chain",
        "may-act",
        "transaction-token",
        "transaction-token-for-agents",
        "gateway",
        "gated-account",
        "secret-broker",
        "client-id",
        "identity-assertion-grant"
      })
  void strategyThatStartsFromTheUsersToken_tellsWhatHerLoginKnows(String strategy) {
    StrategyResult result = Runs.only(Strategies.named(strategy), TIERS);
    assertEquals(2, result.enforced());
    assertEquals(2, result.withstands());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service-account",
        "shared-credential",
        "run-as",
        "account-per-user-and-agent",
        "macaroon"
      })
  void strategyThatShowsNoTokenOfTheUsers_tellsNothingOfHerLogin(String strategy) {
    assertEquals(0, Runs.only(Strategies.named(strategy), TIERS).enforced());
  }

  /** A check of the user before the resource knows it, and another of the agent behind it. */
  @ParameterizedTest
  @ValueSource(strings = {"gated-account", "token-exchange", "agent-mtls-strict"})
  void whatTheLoginKnows_isKnownWhereTheUserIsChecked(String strategy) {
    StrategyResult result =
        Runs.only(
            Strategies.named(strategy),
            """
            scenario: tiers
            users: [ann, bob]
            agents: [ada, bot]
            resources: [account]
            context:
              tier: {values: [gold, free], known-to: login}
            policies:
              - ann MAY use account directly
              - ann MAY use account via ada when tier is gold
              - ann MAY NOT use account via ada when tier is free
              - bob MAY NOT use account
            """);
    assertEquals(4, result.enforced());
    assertEquals(4, result.withstands());
  }
}
