package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.grant.ExchangeGrant;
import dev.onbehalf.token.grant.RawRequest;
import dev.onbehalf.token.grant.TransactionTokenVerifier;
import dev.onbehalf.token.grant.VerifiedTransactionToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.DecodedToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A transaction token is good for one action on one resource, in the context of the user's. */
class TransactionTokenTest {
  private static final String TYPE = "urn:ietf:params:oauth:token-type:txn_token";
  private static final String TRUST_DOMAIN = "https://trust-domain.example/";
  private static final SortedMap<String, String> BATCH = new TreeMap<>(Map.of("mode", "batch"));

  private final World world = World.fresh();
  private final UserSession alice = world.service().logIn("alice");
  private final AgentClient bar = world.agent("bar");

  private CompactToken inbound() {
    return alice.accessToken("files", BATCH);
  }

  /** A request of bar for a token to read files that would be granted. */
  private RawRequest request() {
    return RawRequest.of(bar)
        .with("grant_type", ExchangeGrant.GRANT_TYPE)
        .with("requested_token_type", TYPE)
        .with("audience", TRUST_DOMAIN)
        .with("scope", "files:read")
        .with("subject_token", inbound().value())
        .with("subject_token_type", RawRequest.ACCESS_TOKEN_TYPE)
        .with("request_details", "{\"resource\":\"files\",\"action\":\"read\"}");
  }

  private Map<String, Object> answer(int status, RawRequest request) {
    HTTPResponse response = world.send(request);
    assertEquals(status, response.getStatusCode(), response.getBody());
    try {
      return response.getBodyAsJSONObject();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private VerifiedTransactionToken verify(CompactToken token) throws InvalidTokenException {
    return world
        .service()
        .resourceServers()
        .transactionTokenVerifier()
        .verify(token, "files", "read");
  }

  /** The claims of a good token. */
  private static RawJson claims() {
    return RawJson.empty()
        .withText("iss", Forge.ISSUER)
        .withText("aud", TRUST_DOMAIN)
        .with("iat", "" + Forge.NOW)
        .with("exp", "" + (Forge.NOW + 60))
        .withText("txn", "forged-1")
        .withText("sub", "alice")
        .withText("scope", "files:read")
        .with(
            "tctx", "{\"resource\":\"files\",\"action\":\"read\",\"context\":{\"mode\":\"batch\"}}")
        .with("rctx", "{}")
        .withText("req_wl", "bar");
  }

  private RawJson header() {
    return world.forge().header().withText("typ", "txntoken+jwt");
  }

  @Test
  void request_inOrder_isAnsweredWithATokenOfNoUseAsAccessToken() {
    Map<String, Object> answer = answer(200, request());
    assertEquals(TYPE, answer.get("issued_token_type"));
    assertEquals("N_A", answer.get("token_type"));
    CompactToken token = new CompactToken(String.valueOf(answer.get("access_token")));
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audience | files | invalid_target",
        "audience | https://other-domain.example/ | invalid_target",
        "audience | '' | invalid_target",
        "scope | '' | invalid_request",
        "scope | files | invalid_scope",
        "scope | files:write | invalid_scope",
        "scope | mail:read | invalid_scope",
        "scope | files:read files:write | invalid_scope",
        "subject_token | '' | invalid_request",
        "subject_token_type | '' | invalid_request",
        "subject_token_type | urn:ietf:params:oauth:token-type:refresh_token | invalid_request",
        "subject_token_type | urn:ietf:params:oauth:token-type:unsigned_json | invalid_request",
        "actor_token | x | invalid_request",
        "actor_token_type | urn:ietf:params:oauth:token-type:jwt | invalid_request",
        "authorization_details | [] | invalid_authorization_details",
        "request_context | [] | invalid_request",
        "request_context | {} | invalid_request",
        "request_context | {\"req_ip\":5} | invalid_request",
        "request_details | '' | invalid_request",
        "request_details | x | invalid_request",
        "request_details | [] | invalid_request",
        "request_details | {} | invalid_request",
        "request_details | {\"resource\":\"files\"} | invalid_request",
        "request_details | {\"resource\":\"files\",\"action\":5} | invalid_request",
        "request_details | {\"resource\":\"files\",\"action\":\"\"} | invalid_request",
        "request_details | {\"resource\":\"mail\",\"action\":\"read\"} | invalid_request"
      })
  void request_unfit_isRefused(String parameter, String value, String error) {
    assertEquals(error, answer(400, request().with(parameter, value)).get("error"));
  }

  @Test
  void request_bringingAContextOfItsOwn_isRefused() {
    String details =
        "{\"resource\":\"files\",\"action\":\"read\",\"context\":{\"mode\":\"interactive\"}}";
    assertEquals(
        "invalid_request", answer(400, request().with("request_details", details)).get("error"));
  }

  private String refusal(CompactToken subjectToken) {
    return String.valueOf(
        answer(400, request().with("subject_token", subjectToken.value())).get("error"));
  }

  @Test
  void request_withAnothersToken_isRefused() {
    assertEquals("invalid_request", refusal(alice.accessToken("mail")));
    assertEquals("invalid_request", refusal(alice.subjectToken("baz", "files")));
    assertEquals("invalid_request", refusal(new CompactToken(inbound().value() + "A")));
  }

  /**
   * draft-araut-oauth-transaction-tokens-for-agents-02: `act` is copied, and what is nested in it.
   */
  @Test
  void request_withADelegatedToken_keepsItsActors() throws InvalidTokenException {
    CompactToken handed = delegated("baz", alice.subjectToken("baz", "files"), "bar");
    CompactToken token =
        bar.transactionToken(delegated("bar", handed, "files"), "files", "read").orElseThrow();
    assertEquals(
        Optional.of(new Actor("bar", Optional.of(new Actor("baz", Optional.empty())))),
        verify(token).actor());
  }

  @Test
  void request_withAUsersOwnToken_namesNoActor() throws InvalidTokenException {
    CompactToken token = bar.transactionToken(inbound(), "files", "read").orElseThrow();
    assertEquals(Optional.empty(), verify(token).actor());
  }

  private CompactToken delegated(String agent, CompactToken subjectToken, String audience) {
    AgentClient client = world.agent(agent);
    return client
        .exchange(subjectToken, client.actorToken().orElseThrow(), audience, "")
        .orElseThrow();
  }

  @Test
  void request_withATransactionToken_isRefused() {
    assertEquals(
        "invalid_request", refusal(bar.transactionToken(inbound(), "files", "read").orElseThrow()));
  }

  @Test
  void request_withATokenToTheClient_isGranted() {
    String own = alice.subjectToken("bar", "files").value();
    assertEquals(TYPE, answer(200, request().with("subject_token", own)).get("issued_token_type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iss | \"https://evil.example/\"",
        "aud | \"files\"",
        "aud | [\"https://trust-domain.example/\"]",
        "aud | null",
        "txn | 5",
        "txn | \"\"",
        "sub | \"\"",
        "sub | null",
        "scope | \"files\"",
        "scope | \"files:write\"",
        "scope | \"files:read files:write\"",
        "scope | null",
        "tctx | null",
        "tctx | \"files\"",
        "tctx | {}",
        "tctx | {\"resource\":\"files\"}",
        "tctx | {\"resource\":\"mail\",\"action\":\"read\"}",
        "tctx | {\"resource\":\"files\",\"action\":\"write\"}",
        "tctx | {\"resource\":[\"files\"],\"action\":\"read\"}",
        "tctx | {\"resource\":\"files\",\"action\":\"read\",\"more\":\"x\"}",
        "tctx | {\"resource\":\"files\",\"action\":\"read\",\"context\":{}}",
        "tctx | {\"resource\":\"files\",\"action\":\"read\",\"context\":{\"mode\":5}}",
        "tctx | {\"resource\":\"files\",\"action\":\"read\",\"context\":null}",
        "req_wl | null",
        "req_wl | \"\"",
        "act | \"bar\"",
        "act | {}",
        "act | {\"sub\":\"\"}",
        "act | {\"sub\":\"bar\",\"iss\":\"https://evil.example/\"}"
      })
  void token_withSuchAClaim_isRefused(String claim, String json) {
    CompactToken token = world.forge().sign(header(), claims().with(claim, json));
    assertThrows(InvalidTokenException.class, () -> verify(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "iat", "exp", "txn", "sub", "scope", "tctx", "req_wl"})
  void token_withoutClaim_isRefused(String claim) {
    CompactToken token = world.forge().sign(header(), claims().without(claim));
    assertThrows(InvalidTokenException.class, () -> verify(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "JWT", "TXNTOKEN+JWT", "application/txntoken+jwt", ""})
  void token_ofAnotherType_isRefused(String type) {
    CompactToken token = world.forge().sign(header().withText("typ", type), claims());
    assertThrows(InvalidTokenException.class, () -> verify(token));
  }

  @Test
  void token_ofAForeignKey_isRefused() {
    Forge foreign = Forge.ofService(666, SigningAlgorithm.ES256);
    CompactToken token = foreign.sign(foreign.header().withText("typ", "txntoken+jwt"), claims());
    assertThrows(InvalidTokenException.class, () -> verify(token));
  }

  @Test
  void accessToken_asTransactionToken_isRefused() {
    assertThrows(InvalidTokenException.class, () -> verify(inbound()));
  }

  @Test
  void token_livesAMinuteAndNoLonger() throws InvalidTokenException {
    CompactToken token = bar.transactionToken(inbound(), "files", "read").orElseThrow();
    world.clock().advance(Duration.ofSeconds(59));
    assertEquals("alice", verify(token).subject());
    world.clock().advance(Duration.ofSeconds(1));
    assertThrows(InvalidTokenException.class, () -> verify(token));
    CompactToken longer = world.forge().sign(header(), claims().with("exp", "" + (Forge.NOW + 61)));
    assertThrows(InvalidTokenException.class, () -> verify(longer));
  }

  @Test
  void token_neverOutlivesTheOneThatCameIn() throws InvalidTokenException {
    CompactToken inbound = inbound();
    world.clock().advance(Duration.ofSeconds(Forge.LIFETIME - 10));
    VerifiedTransactionToken token =
        verify(bar.transactionToken(inbound, "files", "read").orElseThrow());
    assertEquals(world.atFiles(inbound).expiresAt(), token.expiresAt());
  }

  @Test
  void token_forgedByTheService_isGood() throws InvalidTokenException {
    VerifiedTransactionToken token = verify(world.forge().sign(header(), claims()));
    assertEquals("forged-1", token.id());
    assertEquals(BATCH, token.context());
  }

  @ParameterizedTest
  @EnumSource
  void token_namesUserRequesterAndContext(SigningAlgorithm algorithm) throws InvalidTokenException {
    World other = new World(algorithm);
    CompactToken inbound = other.service().logIn("alice").accessToken("files", BATCH);
    CompactToken issued =
        other.agent("bar").transactionToken(inbound, "files", "read").orElseThrow();
    TransactionTokenVerifier verifier =
        other.service().resourceServers().transactionTokenVerifier();
    VerifiedTransactionToken token = verifier.verify(issued, "files", "read");
    assertEquals("alice", token.subject());
    assertEquals("bar", token.requester());
    assertEquals(BATCH, token.context());
    assertThrows(InvalidTokenException.class, () -> verifier.verify(issued, "files", "write"));
    assertThrows(InvalidTokenException.class, () -> verifier.verify(issued, "mail", "read"));
  }

  @Test
  void transactions_differ() throws InvalidTokenException {
    CompactToken inbound = inbound();
    assertNotEquals(
        verify(bar.transactionToken(inbound, "files", "read").orElseThrow()).id(),
        verify(bar.transactionToken(inbound, "files", "read").orElseThrow()).id());
  }

  @Test
  void requesterContext_isKeptButForTheAuthentication() {
    String context = "{\"req_ip\":\"192.0.2.1\",\"authn\":\"none\"}";
    Map<String, Object> answer = answer(200, request().with("request_context", context));
    Map<String, Object> claims =
        DecodedToken.of(new CompactToken(String.valueOf(answer.get("access_token")))).claims();
    assertEquals(Map.of("req_ip", "192.0.2.1", "authn", "urn:ietf:rfc:6749"), claims.get("rctx"));
  }

  // RFC 8693 section 4.4: only the authorized actor may act, and nobody new acts here
  @Test
  void request_withATokenThatOnlyAnotherMayUse_isRefused() {
    for (String mayAct : List.of("baz", "bar")) {
      String inbound =
          world
              .forge()
              .sign(Forge.claims().with("may_act", "{\"sub\":\"" + mayAct + "\"}"))
              .value();
      assertEquals(
          "invalid_request", answer(400, request().with("subject_token", inbound)).get("error"));
    }
  }

  @Test
  void request_withTheTypeOfAnActorTokenAlone_isRefused() {
    RawRequest request = request().with("actor_token_type", RawRequest.ACCESS_TOKEN_TYPE);
    assertEquals("invalid_request", answer(400, request).get("error"));
  }
}
