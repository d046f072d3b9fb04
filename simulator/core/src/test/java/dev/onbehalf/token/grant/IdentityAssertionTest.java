package dev.onbehalf.token.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.World;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An assertion brings one token, at the one server and to the one client that it is made for. */
class IdentityAssertionTest {
  private static final String SERVER = "https://resources.example/files/";
  private static final String ID_JAG = "urn:ietf:params:oauth:token-type:id-jag";
  private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final World world = World.fresh();
  private final UserSession alice = world.service().logIn("alice");
  private final AgentClient bar = world.agent("bar");

  IdentityAssertionTest() {
    world.service().registerResourceClient("bar", "files");
    world.service().registerResourceClient("baz", "files");
  }

  /** A request of bar at the identity provider that would be granted. */
  private RawRequest question() {
    return RawRequest.of(bar)
        .with("grant_type", ExchangeGrant.GRANT_TYPE)
        .with("requested_token_type", ID_JAG)
        .with("audience", SERVER)
        .with("scope", "files")
        .with("subject_token", alice.idToken("bar").value())
        .with("subject_token_type", ID_TOKEN);
  }

  /** A request at the resources' server that would be granted. */
  private RawRequest bearing(String client, CompactToken assertion) {
    return RawRequest.of(world.service().resourceServer("files").connection(client))
        .with("grant_type", JWT_BEARER)
        .with("assertion", assertion.value())
        .with("audience", "files");
  }

  private CompactToken assertion() {
    return bar.identityAssertion(alice.idToken("bar"), "files", "files").orElseThrow();
  }

  private static Map<String, Object> answer(int status, HTTPResponse response) {
    assertEquals(status, response.getStatusCode(), response.getBody());
    try {
      return response.getBodyAsJSONObject();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private String refusal(RawRequest atTheServer) {
    HTTPResponse response =
        world.service().resourceServer("files").answer(atTheServer.toHttpRequest());
    return String.valueOf(answer(400, response).get("error"));
  }

  /** The claims of a good assertion. */
  private static RawJson claims() {
    return RawJson.empty()
        .withText("iss", Forge.ISSUER)
        .withText("sub", "alice")
        .withText("aud", SERVER)
        .withText("client_id", "bar")
        .with("iat", "" + Forge.NOW)
        .with("exp", "" + (Forge.NOW + Forge.LIFETIME))
        .withText("jti", "forged-1")
        .withText("scope", "files");
  }

  private RawJson header() {
    return world.forge().header().withText("typ", "oauth-id-jag+jwt");
  }

  @Test
  void question_inOrder_isAnsweredWithATokenOfNoUseAsAccessToken() {
    Map<String, Object> answer = answer(200, world.send(question()));
    assertEquals(ID_JAG, answer.get("issued_token_type"));
    assertEquals("N_A", answer.get("token_type"));
    CompactToken assertion = new CompactToken(String.valueOf(answer.get("access_token")));
    assertThrows(InvalidTokenException.class, () -> world.atFiles(assertion));
  }

  @ParameterizedTest
  @CsvSource({
    "audience, files, invalid_target",
    "audience, baz, invalid_target",
    "audience, https://resources.example, invalid_target",
    "audience, https://token.example/, invalid_target",
    "audience, '', invalid_target",
    "scope, '', invalid_request",
    "scope, files  mail, invalid_scope",
    "subject_token, '', invalid_request",
    "subject_token_type, urn:ietf:params:oauth:token-type:access_token, invalid_request",
    "subject_token_type, urn:ietf:params:oauth:token-type:saml2, invalid_request",
    "actor_token, x, invalid_request"
  })
  void question_unfit_isRefused(String parameter, String value, String error) {
    assertEquals(error, answer(400, world.send(question().with(parameter, value))).get("error"));
  }

  @Test
  void question_withATokenThatIsNoIdTokenOfTheClient_isRefused() {
    List<CompactToken> tokens =
        List.of(
            alice.idToken("baz"),
            alice.subjectToken("bar", "files"),
            alice.accessToken("files"),
            bar.actorToken().orElseThrow(),
            new CompactToken(alice.idToken("bar").value() + "A"));
    for (CompactToken token : tokens) {
      RawRequest question = question().with("subject_token", token.value());
      assertEquals("invalid_request", answer(400, world.send(question)).get("error"));
    }
  }

  @Test
  void question_withAnExpiredIdToken_isRefused() {
    RawRequest question = question();
    world.clock().advance(Duration.ofSeconds(Forge.LIFETIME - 1));
    answer(200, world.send(question));
    world.clock().advance(Duration.ofSeconds(1));
    assertEquals("invalid_request", answer(400, world.send(question)).get("error"));
  }

  @Test
  void idToken_asAccessToken_isRefused() {
    assertThrows(InvalidTokenException.class, () -> world.atFiles(alice.idToken("bar")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iss | \"https://evil.example/\"",
        "iss | \"https://resources.example/\"",
        "aud | \"https://token.example/\"",
        "aud | \"files\"",
        "aud | [\"https://resources.example/\"]",
        "aud | [\"https://resources.example/\",\"https://evil.example/\"]",
        "client_id | \"baz\"",
        "client_id | null",
        "sub | \"\"",
        "sub | null",
        "jti | \"\"",
        "jti | null",
        "scope | []",
        "exp | 0"
      })
  void assertion_withSuchAClaim_isRefused(String claim, String json) {
    CompactToken assertion = world.forge().sign(header(), claims().with(claim, json));
    assertEquals("invalid_grant", refusal(bearing("bar", assertion)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "client_id", "sub", "jti", "iat", "exp"})
  void assertion_withoutClaim_isRefused(String claim) {
    CompactToken assertion = world.forge().sign(header(), claims().without(claim));
    assertEquals("invalid_grant", refusal(bearing("bar", assertion)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "JWT", "OAUTH-ID-JAG+JWT", "txntoken+jwt"})
  void assertion_ofAnotherType_isRefused(String type) {
    CompactToken assertion = world.forge().sign(header().withText("typ", type), claims());
    assertEquals("invalid_grant", refusal(bearing("bar", assertion)));
  }

  @Test
  void assertion_ofAForeignKey_isRefused() {
    Forge foreign = Forge.ofService(666, SigningAlgorithm.ES256);
    CompactToken assertion =
        foreign.sign(foreign.header().withText("typ", "oauth-id-jag+jwt"), claims());
    assertEquals("invalid_grant", refusal(bearing("bar", assertion)));
  }

  @Test
  void assertion_whenItExpires_isRefused() {
    CompactToken assertion = assertion();
    world.clock().advance(Duration.ofSeconds(Forge.LIFETIME));
    assertEquals("invalid_grant", refusal(bearing("bar", assertion)));
  }

  @Test
  void assertion_ofAnotherClient_isRefusedAndNotUsedUp() {
    CompactToken assertion = assertion();
    assertEquals("invalid_grant", refusal(bearing("baz", assertion)));
    assertEquals("invalid_target", refusal(bearing("bar", assertion).with("audience", "x")));
    assertEquals("invalid_target", refusal(bearing("bar", assertion).with("audience", "mail")));
    bar.assertedToken(assertion, "files").orElseThrow();
  }

  @Test
  void assertion_usedTwice_isRefused() {
    CompactToken assertion = assertion();
    bar.assertedToken(assertion, "files").orElseThrow();
    assertEquals("invalid_grant", refusal(bearing("bar", assertion)));
  }

  @ParameterizedTest
  @CsvSource({
    "assertion, '', invalid_request",
    "assertion, x, invalid_grant",
    "grant_type, client_credentials, unsupported_grant_type",
    "grant_type, urn:ietf:params:oauth:grant-type:token-exchange, unsupported_grant_type",
    "audience, '', invalid_target",
    "audience, https://resources.example/, invalid_target",
    "scope, mail, invalid_scope"
  })
  void bearing_unfit_isRefused(String parameter, String value, String error) {
    assertEquals(error, refusal(bearing("bar", assertion()).with(parameter, value)));
  }

  @Test
  void identityProvider_takesNoAssertionOfItsOwn() {
    RawRequest request =
        RawRequest.of(bar).with("grant_type", JWT_BEARER).with("assertion", assertion().value());
    assertEquals("unsupported_grant_type", answer(400, world.send(request)).get("error"));
  }

  @Test
  void secretOfTheIdentityProvider_isNoneAtTheServer() {
    RawRequest request =
        bearing("bar", assertion()).unauthorized().authorized(RawRequest.header(bar));
    HTTPResponse response = world.service().resourceServer("files").answer(request.toHttpRequest());
    assertEquals("invalid_client", answer(401, response).get("error"));
  }

  @Test
  void client_ofNeitherServer_isNotRegistered() {
    TokenService service = world.service();
    assertThrows(
        IllegalArgumentException.class, () -> service.registerResourceClient("nobody", "files"));
    assertThrows(
        IllegalArgumentException.class, () -> service.registerResourceClient("alice", "files"));
    AgentClient planner = world.agent("planner");
    CompactToken assertion =
        planner.identityAssertion(alice.idToken("planner"), "files", "files").orElseThrow();
    assertThrows(
        IllegalArgumentException.class,
        () -> planner.assertedToken(assertion, "files").orElseThrow());
  }

  @Test
  void token_underTheNameOfTheOtherIssuer_isRefused() throws InvalidTokenException {
    CompactToken genuine = world.forge().sign(Forge.claims());
    assertEquals("alice", world.atFiles(genuine).subject());
    CompactToken swapped = world.forge().sign(Forge.claims().withText("iss", SERVER));
    assertThrows(InvalidTokenException.class, () -> world.atFiles(swapped));
  }

  @ParameterizedTest
  @EnumSource
  void token_byAssertion_namesUserAndClient(SigningAlgorithm algorithm)
      throws InvalidTokenException {
    World other = new World(algorithm);
    other.service().registerResourceClient("bar", "files");
    UserSession user = other.service().logIn("alice");
    AgentClient client = other.agent("bar");
    CompactToken assertion =
        client.identityAssertion(user.idToken("bar"), "files", "files").orElseThrow();
    VerifiedToken token = other.atFiles(client.assertedToken(assertion, "files").orElseThrow());
    assertEquals(SERVER, token.issuer());
    assertEquals("alice", token.subject());
    assertEquals("bar", token.clientId());
    assertEquals("files", token.audience());
    assertEquals(List.of("files"), token.scope());
    assertEquals(Forge.ISSUER, other.atFiles(user.accessToken("files")).issuer());
  }
}
