package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.Requirements.Bounds;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Copy;
import dev.onbehalf.simulation.result.AttackFacts.NamedCalls;
import dev.onbehalf.simulation.result.AttackFacts.Reach;
import dev.onbehalf.simulation.result.AttackFacts.StandingSecret;
import dev.onbehalf.simulation.result.AttackFacts.Withdrawal;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What attacks come to under each strategy, derived by hand from what the strategy's documents say
 * is presented, and to whom.
 */
final class AttackFactsTest {
  private static final String HR = scenario("hr-rollout");

  /**
   * Of 4 permitted calls through the agent: how many the logs name together, as user-agent-both, if
   * callers are honest and if they cheat; whom the logs name; the reach of a hijacked agent, as
   * sessions/beyond policy/nobody there, when points let pass and when they stop what they doubt;
   * for how many of the 3 users taking the agent away from one is effective if callers are honest
   * and if they cheat, and the most permitted requests of others that it hits; after how many
   * seconds revoking the agent and a user ends calls.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          credential-inheritance     | 4-0-0 | 4-0-0 | user     | 6/2/0 | 4/0/0 | 0 | 0 | 2 | ever | 300
          exchange-impersonation     | 4-0-0 | 4-0-0 | user     | 6/2/0 | 4/0/0 | 0 | 0 | 2 | 300  | 300
          agent-header               | 4-4-4 | 4-0-0 | user     | 6/2/0 | 6/2/0 | 3 | 0 | 0 | ever | 300
          agent-mtls                 | 4-4-4 | 4-0-0 | user     | 6/2/0 | 6/2/0 | 3 | 0 | 0 | ever | 300
          workload-proof             | 4-4-4 | 4-0-0 | user     | 6/2/0 | 6/2/0 | 3 | 0 | 0 | ever | 300
          agent-mtls-strict          | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 0    | 300
          service-account            | 0-4-0 | 0-4-0 | agent    | 6/2/6 | 3/0/3 | 0 | 0 | 2 | 300  | ever
          shared-credential          | 0-4-0 | 0-4-0 | agent    | 6/2/6 | 3/0/3 | 0 | 0 | 2 | ever | ever
          run-as                     | 4-4-4 | 0-4-0 | agent    | 6/2/6 | 6/2/6 | 3 | 0 | 0 | 300  | ever
          account-per-user-and-agent | 4-4-4 | 4-4-4 | both     | 4/0/4 | 4/0/4 | 3 | 3 | 0 | 300  | 300
          client-id                  | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          token-exchange             | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          token-exchange-context     | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          token-exchange-dpop        | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          may-act                    | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          delegation-chain           | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 0    | 300
          constrained-delegation     | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          identity-assertion-grant   | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 599
          macaroon                   | 4-4-4 | 4-0-0 | user     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | ever | 0
          transaction-token          | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 60   | 60
          transaction-token-for-agents | 4-4-4 | 4-4-4 | both   | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 60   | 60
          gateway                    | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          secret-broker              | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          gated-account              | 4-4-4 | 4-4-4 | both     | 4/0/0 | 4/0/0 | 3 | 3 | 0 | 300  | 300
          """)
  void ofHrRollout(
      String strategy,
      String honest,
      String cheating,
      String named,
      String permitBiased,
      String denyBiased,
      long effectiveIfHonest,
      long effective,
      long collateral,
      String agentGone,
      String userGone) {
    AttackFacts facts = facts(strategy, HR);
    assertEquals(
        List.of("4", honest, cheating, named),
        List.of(
            "" + facts.attribution().calls(),
            written(facts.attribution().honest()),
            written(facts.attribution().cheating()),
            facts.attribution().named().word()));
    assertEquals(4, facts.hijacked().own());
    assertEquals(permitBiased, written(facts.hijacked().permitBiased()));
    assertEquals(denyBiased, written(facts.hijacked().denyBiased()));
    Withdrawal withdrawal = facts.withdrawal().orElseThrow();
    assertEquals(
        List.of(3L, effectiveIfHonest, effective, collateral),
        List.of(
            withdrawal.pairs(),
            withdrawal.effectiveIfHonest(),
            withdrawal.effective(),
            withdrawal.collateral()));
    assertEquals(
        List.of(agentGone, userGone),
        List.of(
            facts.revokedAgent().seconds().map(String::valueOf).orElse("ever"),
            facts.revokedUser().seconds().map(String::valueOf).orElse("ever")));
  }

  private static String written(NamedCalls named) {
    return named.user() + "-" + named.agent() + "-" + named.both();
  }

  private static String written(Reach reach) {
    return reach.allUsers() + "/" + reach.beyondPolicy() + "/" + reach.nobodyThere();
  }

  /** What copies of the 4 calls open, as point: accepted, most of one call, for how long. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          credential-inheritance     | resource: 8, 2, 300                    | one-resource
          exchange-impersonation     | resource: 8, 2, 300                    | one-resource
          agent-header               | resource: 8, 2, 300                    | one-resource
          agent-mtls                 | resource: 8, 2, 300                    | one-resource
          workload-proof             | resource: 8, 2, 300                    | one-resource
          agent-mtls-strict          | resource: 0, 0,                        | useless
          service-account            | resource: 8, 2, 300                    | anything
          shared-credential          | resource: 8, 2, 300                    | anything
          run-as                     | resource: 8, 2, 300                    | anything
          account-per-user-and-agent | resource: 6, 2, 300                    | one-resource
          client-id                  | resource: 6, 2, 300                    | one-resource
          token-exchange             | resource: 6, 2, 300                    | one-resource
          token-exchange-context     | resource: 6, 2, 300                    | one-resource
          token-exchange-dpop        | resource: 0, 0,                        | useless
          constrained-delegation     | resource: 0, 0,                        | useless
          may-act                    | resource: 4, 1, 300                    | one-action
          delegation-chain           | resource: 6, 2, 300                    | one-resource
          identity-assertion-grant   | resource: 4, 1, 300                    | one-action
          macaroon                   | resource: 6, 2, 300                    | one-resource
          transaction-token          | resource: 4, 1, 60                     | one-action
          transaction-token-for-agents | resource: 4, 1, 60                   | one-action
          gateway                    | gateway: 6, 2, 300; resource: 4, 1, 300 | one-resource
          secret-broker              | broker: 6, 2, 300; resource: 6, 2, 300 | one-resource
          gated-account              | gateway: 6, 2, 300; resource: 8, 2, 300 | anything
          """)
  void theftOfHrRollout(String strategy, String copies, String loot) {
    AttackFacts facts = facts(strategy, HR);
    assertEquals(
        copies,
        facts.stolen().stream().map(AttackFactsTest::written).collect(Collectors.joining("; ")));
    assertEquals(loot, facts.loot().word());
    facts.stolen().forEach(copy -> assertEquals(4, copy.calls()));
    assertEquals(
        Set.of("workload-proof", "token-exchange-dpop", "constrained-delegation")
            .contains(strategy),
        facts.stolen().stream().anyMatch(Copy::once));
    assertEquals(
        Set.of(
                "workload-proof",
                "token-exchange-dpop",
                "constrained-delegation",
                "agent-mtls",
                "agent-mtls-strict")
            .contains(strategy),
        facts.stolen().stream().anyMatch(Copy::keyed));
  }

  private static String written(Copy copy) {
    return copy.point().word()
        + ": "
        + copy.accepted()
        + ", "
        + copy.most()
        + ","
        + copy.seconds().map(seconds -> " " + seconds).orElse("");
  }

  /** What one standing credential opens, as kind: (user, action), users. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          credential-inheritance     | ''
          exchange-impersonation     | impersonating client: 0, 0
          agent-header               | ''
          agent-mtls                 | client certificate: 0, 0
          agent-mtls-strict          | client certificate: 0, 0
          workload-proof             | workload key: 0, 0
          service-account            | client: 6, 3
          shared-credential          | vault entry: 6, 3
          run-as                     | client: 6, 3
          account-per-user-and-agent | client: 2, 1
          client-id                  | client: 0, 0
          token-exchange             | client: 0, 0
          token-exchange-dpop        | client: 0, 0; workload key: 0, 0
          constrained-delegation     | service principal: 0, 0
          identity-assertion-grant   | client: 0, 0; client of a resource's server: 0, 0
          macaroon                   | root key: 2, 1
          transaction-token          | client: 0, 0
          gateway                    | client: 0, 0
          secret-broker              | client: 0, 0; vault entry: 2, 1
          gated-account              | client: 6, 3
          """)
  void secretsOfHrRollout(String strategy, String secrets) {
    assertEquals(
        secrets,
        facts(strategy, HR).secrets().stream()
            .map(AttackFactsTest::written)
            .collect(Collectors.joining("; ")));
  }

  private static String written(StandingSecret secret) {
    return secret.kind() + ": " + secret.reach() + ", " + secret.users();
  }

  /** Where two points each know one, no log names both; where one knows both, its own does. */
  @Test
  void logs() {
    String marketing = scenario("marketing");
    assertEquals(List.of("gateway 10-0-0", "resource 0-10-0"), logs("gated-account", marketing));
    assertEquals(Named.BOTH_IN_TWO_LOGS, facts("gated-account", marketing).attribution().named());
    assertEquals(List.of("gateway 10-10-10", "resource 10-0-0"), logs("gateway", marketing));
    assertEquals(List.of("broker 10-10-10", "resource 10-0-0"), logs("secret-broker", marketing));
    assertEquals(List.of("issuance 4-4-4", "resource 4-4-4"), logs("may-act", HR));
  }

  /** With one agent, a door that only agents pass tells which it is. */
  @Test
  void logOfDoorForOneAgent_namesIt() {
    assertEquals(List.of("gateway 4-4-4", "resource 0-4-0"), logs("gated-account", HR));
  }

  private static List<String> logs(String strategy, String yaml) {
    return facts(strategy, yaml).attribution().logs().stream()
        .map(log -> log.point().word() + " " + written(log.cheating()))
        .toList();
  }

  @Test
  void crossed_isTheSameForEveryStrategy() {
    assertEquals(2, run("token-exchange", HR).scenario().crossed());
    assertEquals(2, run("credential-inheritance", HR).scenario().crossed());
    assertEquals(1, run("token-exchange", scenario("shared-document")).scenario().crossed());
    assertEquals(6, run("token-exchange", scenario("marketing")).scenario().crossed());
  }

  /** Everybody who rejects impersonation here says what the policies don't: who acted. */
  @Test
  void marketing_isEnforcedByInheritanceWhichNamesNoAgent() {
    AttackFacts facts = facts("credential-inheritance", scenario("marketing"));
    assertEquals(10, facts.attribution().calls());
    assertEquals(new NamedCalls(10, 0, 0), facts.attribution().cheating());
    assertEquals(Named.USER, facts.attribution().named());
    assertEquals(0, facts.hijacked().permitBiased().beyondPolicy());
    assertEquals(Bounds.WITHIN_BOTH, facts.hijacked().bounds());
  }

  /** Taking the agent from one user, as the most permitted requests of others that it costs. */
  @ParameterizedTest
  @CsvSource({
    "marketing, credential-inheritance, 8",
    "marketing, service-account, 1",
    "marketing, token-exchange, 0",
    // it names its first agent, of which the first edition made no evidence
    "marketing, transaction-token, 0",
    "shared-document, credential-inheritance, 2",
    "shared-document, token-exchange, 0"
  })
  void collateral(String scenario, String strategy, long collateral) {
    assertEquals(
        collateral, facts(strategy, scenario(scenario)).withdrawal().orElseThrow().collateral());
  }

  @ParameterizedTest
  @CsvSource({"credential-inheritance, 1, 6", "token-exchange, 0, 5"})
  void sharedDocument(String strategy, long beyond, long stolen) {
    AttackFacts facts = facts(strategy, scenario("shared-document"));
    assertEquals(3, facts.attribution().calls());
    assertEquals(beyond, facts.hijacked().permitBiased().beyondPolicy());
    assertEquals(stolen, facts.stolen().get(0).accepted());
  }

  private static final String EVERYTHING =
      """
      scenario: everything
      users: [u1, u2, u3, u4]
      agents: [a]
      resources: {r1: [x1, x2], r2: [x1, x2], r3: [x1, x2]}
      policies:
        - anyone MAY use anything
      """;

  /**
   * Where everything is permitted to 4 users at 3 resources of 2 actions: one session reaches the 6
   * (resource, action), and with nobody there all users' are reached, or none.
   */
  @ParameterizedTest
  @CsvSource({
    "credential-inheritance, 0, 2",
    "service-account, 24, 2",
    "account-per-user-and-agent, 24, 2",
    "run-as, 24, 2",
    "shared-credential, 24, 2",
    "token-exchange, 0, 2",
    "may-act, 0, 1",
    "transaction-token, 0, 1"
  })
  void closedForms(String strategy, long rest, int stolen) {
    AttackFacts facts = facts(strategy, EVERYTHING);
    Reach reach = facts.hijacked().permitBiased();
    assertEquals(6, reach.oneSession());
    assertEquals(24, reach.allUsers());
    assertEquals(0, reach.beyondPolicy());
    assertEquals(rest, reach.nobodyThere());
    Copy copy = facts.stolen().get(facts.stolen().size() - 1);
    assertEquals(stolen, copy.most());
    assertEquals(24L * stolen, copy.accepted());
    assertEquals(1, copy.resources());
  }

  @Test
  void attributionWhereEverythingIsPermitted() {
    assertEquals(
        new NamedCalls(24, 0, 0),
        facts("credential-inheritance", EVERYTHING).attribution().cheating());
    assertEquals(Loot.ONE_ACTION, facts("may-act", EVERYTHING).loot());
  }

  /** Tokens that live a minute are good for a minute. */
  @Test
  void lifetimes_areThoseOfTheWorkload() {
    AttackFacts facts =
        facts("identity-assertion-grant", EVERYTHING + "workload: {token-lifetime: 60s}\n");
    assertEquals(60, facts.revokedAgent().seconds().orElseThrow());
    assertEquals(119, facts.revokedUser().seconds().orElseThrow());
    assertEquals(60, facts.stolen().get(0).seconds().orElseThrow());
  }

  private static String scenario(String name) {
    try {
      return Files.readString(Path.of("../scenarios", name + ".yaml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SimulationResult run(String strategy, String yaml) {
    return Runs.run(yaml, 1_000, Strategies.named(strategy));
  }

  private static AttackFacts facts(String strategy, String yaml) {
    StrategyResult result = run(strategy, yaml).strategies().get(0);
    return result.attacks().orElseThrow();
  }
}
