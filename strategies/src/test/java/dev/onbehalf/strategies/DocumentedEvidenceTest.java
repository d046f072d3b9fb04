package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Assurance;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.simulation.Explainer;
import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Explanation;
import dev.onbehalf.simulation.result.Explanation.EvidenceFacts;
import dev.onbehalf.simulation.result.Explanation.ExplainedCall;
import dev.onbehalf.simulation.result.Explanation.PartFacts;
import dev.onbehalf.simulation.result.Explanation.Stop;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SimulationResult.PointFacts;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategies show what the documents that define them say, no less and no more. */
final class DocumentedEvidenceTest {
  private static final int DIRECTLY = 0;
  private static final int VIA_AGENT = 1;
  private static final int VIA_TWO = 2;

  // RFC 8693 section 1.1: "A is given all the rights that B has within some defined rights context
  // and is indistinguishable from B in that context"
  @Test
  void impersonation_isIndistinguishableFromTheUserHerself() {
    Explanation explained = explain(new ExchangeImpersonation());
    assertEquals(client(explained, DIRECTLY), client(explained, VIA_AGENT));
    assertEquals(client(explained, DIRECTLY), client(explained, VIA_TWO));
  }

  @Test
  void impersonation_ofAClientThatIsNotTrustedWithIt_namesTheClient() {
    Explanation explained = explain(new Gateway());
    assertNotEquals(client(explained, DIRECTLY), client(explained, VIA_AGENT));
  }

  // draft-ietf-oauth-transaction-tokens: the external endpoint has the access token exchanged, and
  // "req_wl" REQUIRED identifies the workload that requested the Txn-Token
  @Test
  void transactionToken_isAllThatIsTakenInsideTheTrustDomain() {
    Explanation explained = explain(new TransactionToken());
    for (ExplainedCall call : explained.calls()) {
      assertEquals(
          List.of("header Txn-Token"),
          atResource(call).presented().stream().map(PartFacts::place).toList());
    }
    assertEquals("assistant", claims(explained, VIA_AGENT).get("req_wl"));
    assertEquals("planner", claims(explained, VIA_TWO).get("req_wl"));
    assertNotEquals("alice", claims(explained, DIRECTLY).get("req_wl"));
  }

  @Test
  void transactionToken_firstAgentIsVerified() {
    Explanation explained = explain(new TransactionToken());
    assertEquals(
        Optional.of(new EvidenceFacts("first-agent", "planner", Assurance.VERIFIED)),
        evidence(explained, VIA_TWO, "first-agent"));
    assertEquals(
        Optional.of(new EvidenceFacts("first-agent", "directly", Assurance.VERIFIED)),
        evidence(explained, DIRECTLY, "first-agent"));
  }

  // "The Transaction Token Service MUST ... determine if that workload is authorized"
  @Test
  void transactionTokenService_decidesOnUserWorkloadAndContext() throws IOException {
    assertEquals(
        Optional.of(
            new PointFacts(Point.ISSUANCE, List.of(), List.of("user", "first-agent", "context"))),
        point(onScenario(new TransactionToken(), "hr-rollout"), Point.ISSUANCE));
  }

  // draft-ietf-oauth-identity-assertion-authz-grant: "evaluates administrator-defined policy ... if
  // the client should be granted access to act on behalf of the subject for the target audience"
  @Test
  void identityProvider_decidesOnUserAndClient() throws IOException {
    assertEquals(
        Optional.of(new PointFacts(Point.ISSUANCE, List.of(), List.of("user", "agent"))),
        point(onScenario(new IdentityAssertionGrant(), "hr-rollout"), Point.ISSUANCE));
  }

  // the same draft: the client is registered with the authorization server of each resource
  @Test
  void identityAssertion_takesAClientAtEachResourcesServer() throws IOException {
    Standing standing = onScenario(new IdentityAssertionGrant(), "marketing").cost().standing();
    assertEquals(2 + 2 * (1 + 3), standing.credentials());
  }

  // RFC 6749 section 3.1 leaves it open who consents; an administrator does once for each agent
  @Test
  void administratorsConsent_isOneForEachAgent() throws IOException {
    Standing standing = onScenario(new ClientId(), "hr-rollout").cost().standing();
    assertEquals(3 + 1 + 1, standing.credentials());
    assertEquals(Growth.ADDITIVE, standing.growth());
    String first = new ClientId().about().practice().steps().get(0);
    assertTrue(first.contains("administrator"), first);
    assertTrue(first.contains("one consent for each user and agent"), first);
  }

  // RFC 8705 section 2 is how a client proves itself to the token service, section 3 is tokens that
  // are bound to a certificate; a certificate beside a token is neither
  @Test
  void certificateBesideAToken_isNotClientAuthentication() {
    assertFalse(new AgentMtls().about().specification().contains("RFC 8705 section 2"));
  }

  // A mere reference to a vault entry is a word that nobody signs
  @Test
  void broker_isShownTheUsersToken() {
    Stop broker = explain(new SecretBroker()).calls().get(VIA_AGENT).stops().get(0);
    assertTrue(broker.presented().stream().allMatch(part -> part.token().isPresent()));
    assertTrue(
        broker.presented().stream()
            .anyMatch(part -> "alice".equals(part.token().orElseThrow().claims().get("sub"))));
  }

  // RFC 9068 section 2.2: client_id names who asked for the token: the gateway or broker itself
  @ParameterizedTest
  @CsvSource({
    "relay, gateway, 4",
    "relay, secret-broker, 4",
    "research-batch, gateway, 1",
    "research-batch, secret-broker, 1",
    "hr-rollout, gateway, 4",
    "hr-rollout, secret-broker, 4",
    "hr-rollout, transaction-token, 4",
    "shared-document, transaction-token, 4",
    "research-batch, transaction-token, 3",
    "hr-rollout, exchange-impersonation, 2"
  })
  void scenario_evenIfCallersCheat(String scenario, String strategy, int withstands)
      throws IOException {
    StrategyResult result = onScenario(Strategies.named(strategy), scenario);
    assertEquals(withstands, result.enforced());
    assertEquals(withstands, result.withstands());
  }

  // RFC 8693 section 4.3: client_id is who asked for the token, section 4.1: act is who acts
  @ParameterizedTest
  @CsvSource({"token-exchange", "token-exchange-context", "may-act", "delegation-chain"})
  void clientIdThatIsNotUsed_isInformational(String strategy) {
    assertEquals(
        Optional.of(new EvidenceFacts("requester", "assistant", Assurance.INFORMATIONAL)),
        evidence(explain(Strategies.named(strategy)), VIA_AGENT, "requester"));
  }

  // RFC 8693 section 4.1: prior actors "are informational only"
  @ParameterizedTest
  @CsvSource({"token-exchange", "token-exchange-context", "may-act"})
  void priorActors_areInformational(String strategy) {
    assertEquals(
        Optional.of(new EvidenceFacts("prior-agents", "planner", Assurance.INFORMATIONAL)),
        evidence(explain(Strategies.named(strategy)), VIA_TWO, "prior-agents"));
  }

  private static Explanation explain(CredentialStrategy strategy) {
    return Explainer.explain(
        strategy,
        new SimulationSettings(
            1,
            SigningAlgorithm.ES256,
            SigningProvider.fastest(),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            1));
  }

  private static StrategyResult onScenario(CredentialStrategy strategy, String scenario)
      throws IOException {
    return Runs.only(strategy, Files.readString(Path.of("../scenarios", scenario + ".yaml")));
  }

  private static Optional<PointFacts> point(StrategyResult result, Point point) {
    return result.points().stream().filter(facts -> facts.point() == point).findFirst();
  }

  private static Stop atResource(ExplainedCall call) {
    return call.stops().get(call.stops().size() - 1);
  }

  private static Map<String, Object> claims(Explanation explained, int call) {
    return atResource(explained.calls().get(call))
        .presented()
        .get(0)
        .token()
        .orElseThrow()
        .claims();
  }

  private static @Nullable Object client(Explanation explained, int call) {
    return claims(explained, call).get("client_id");
  }

  private static Optional<EvidenceFacts> evidence(
      Explanation explained, int call, String attribute) {
    return atResource(explained.calls().get(call)).evidence().stream()
        .filter(facts -> facts.attribute().equals(attribute))
        .findFirst();
  }
}
