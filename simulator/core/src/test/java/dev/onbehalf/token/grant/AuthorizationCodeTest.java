package dev.onbehalf.token.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.World;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code brings one token, to the client whom the user consented to and to nobody else. */
class AuthorizationCodeTest {
  private static final String CALLBACK = "https://client.example/bar";
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private final World world = World.fresh();
  private final UserSession alice = world.service().logIn("alice");

  /** What bar asks alice for; RFC 7636 appendix B has the verifier and its challenge. */
  private static RawRequest question() {
    return RawRequest.anonymous()
        .with("response_type", "code")
        .with("client_id", "bar")
        .with("redirect_uri", CALLBACK)
        .with("state", "xyz")
        .with("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        .with("code_challenge_method", "S256")
        .with("audience", "files");
  }

  private static Refusable<URI> asked(UserSession user, RawRequest question) {
    return user.authorize(URI.create("https://token.example/authorize?" + question.body()));
  }

  private static AuthorizationResponse ask(UserSession user, RawRequest question) {
    try {
      return AuthorizationResponse.parse(asked(user, question).orElseThrow());
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private String code() {
    return ask(alice, question()).toSuccessResponse().getAuthorizationCode().getValue();
  }

  private RawRequest redemption(String client, String code) {
    return RawRequest.of(world.agent(client))
        .with("grant_type", "authorization_code")
        .with("code", code)
        .with("redirect_uri", CALLBACK)
        .with("code_verifier", VERIFIER);
  }

  private String error(RawRequest request) {
    HTTPResponse response = world.send(request);
    assertEquals(400, response.getStatusCode(), response.getBody());
    try {
      return String.valueOf(response.getBodyAsJSONObject().get("error"));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String refusal(UserSession user, UnaryOperator<RawRequest> change) {
    AuthorizationResponse answer = ask(user, change.apply(question()));
    assertTrue(answer.getRedirectionURI().toString().startsWith(CALLBACK));
    assertEquals("xyz", answer.getState().getValue());
    return answer.toErrorResponse().getErrorObject().getCode();
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, nobody",
    "client_id, alice",
    "client_id, legacy",
    "client_id, baz",
    "redirect_uri, https://evil.example/",
    "redirect_uri, https://client.example/bar/",
    "redirect_uri, https://client.example/BAR",
    "redirect_uri, https://client.example/ba",
    "redirect_uri, ''",
    "client_id, ''"
  })
  void question_foreignClientOrAddress_isAnsweredNowhere(String parameter, String value) {
    RawRequest question = question().with(parameter, value);
    assertEquals("invalid_request", World.refusal(asked(alice, question)).code());
  }

  @Test
  void question_parameterTwice_isAnsweredNowhere() {
    RawRequest question = question().and("redirect_uri", "https://evil.example/");
    assertEquals("invalid_request", World.refusal(asked(alice, question)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "response_type, code id_token, unsupported_response_type",
    "response_type, '', invalid_request",
    "code_challenge, '', invalid_request",
    "code_challenge_method, '', invalid_request",
    "code_challenge_method, plain, invalid_request",
    "audience, '', invalid_target",
    "audience, nowhere, invalid_target",
    "audience, baz, invalid_target",
    "audience, https://token.example/, invalid_target",
    "scope, mail, invalid_scope",
    "scope, files mail, invalid_scope"
  })
  void question_unfit_isAnsweredWithTheError(String parameter, String value, String code) {
    assertEquals(code, refusal(alice, question -> question.with(parameter, value)));
  }

  @Test
  void question_withoutConsent_isDenied() {
    UserSession bob = world.service().logIn("bob");
    assertEquals("access_denied", refusal(bob, question -> question));
    assertEquals(
        "access_denied", World.refusal(world.agent("bar").authorizedToken(bob, "files")).code());
  }

  @Test
  void consent_ofStrangers_isNotRegistered() {
    TokenService service = world.service();
    assertThrows(IllegalArgumentException.class, () -> service.registerConsent("mallory", "bar"));
    assertThrows(IllegalArgumentException.class, () -> service.registerConsent("alice", "x"));
    assertThrows(IllegalArgumentException.class, () -> service.registerConsent("bar", "alice"));
  }

  @Test
  void code_second_isRefused() {
    RawRequest request = redemption("bar", code());
    assertEquals(200, world.send(request).getStatusCode());
    assertEquals("invalid_grant", error(request));
  }

  @Test
  void code_ofAnotherClient_isRefusedAndNotUsedUp() {
    String code = code();
    assertEquals("invalid_grant", error(redemption("baz", code)));
    assertEquals(200, world.send(redemption("bar", code)).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "redirect_uri, https://client.example/baz, invalid_grant",
    "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK, invalid_grant",
    "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_grant"
  })
  void code_withWrongCompanion_isRefusedAndUsedUp(String parameter, String value, String error) {
    String code = code();
    assertEquals(error, error(redemption("bar", code).with(parameter, value)));
    assertEquals(error, error(redemption("bar", code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "redirect_uri", "code_verifier"})
  void redemption_withoutParameter_isRefused(String parameter) {
    assertEquals("invalid_request", error(redemption("bar", code()).without(parameter)));
  }

  @Test
  void redemption_shortVerifier_isRefused() {
    RawRequest request = redemption("bar", code()).with("code_verifier", "short");
    assertEquals("invalid_request", error(request));
  }

  @Test
  void redemption_inventedCode_isRefused() {
    assertEquals("invalid_grant", error(redemption("bar", VERIFIER)));
  }

  @Test
  void redemption_byClientWithoutTheGrant_isRefused() {
    assertEquals("unauthorized_client", error(redemption("legacy", code())));
  }

  @Test
  void code_lastSecond_isGood() {
    String code = code();
    world.clock().advance(AuthorizationCodes.LIFETIME.minusSeconds(1));
    assertEquals(200, world.send(redemption("bar", code)).getStatusCode());
  }

  @Test
  void code_whenItExpires_isRefused() {
    String code = code();
    world.clock().advance(AuthorizationCodes.LIFETIME);
    assertEquals("invalid_grant", error(redemption("bar", code)));
    assertTrue(AuthorizationCodes.LIFETIME.compareTo(Duration.ofMinutes(10)) < 0);
  }

  @ParameterizedTest
  @EnumSource
  void token_byCode_namesUserAndClient(SigningAlgorithm algorithm) throws InvalidTokenException {
    World other = new World(algorithm);
    UserSession user = other.service().logIn("alice");
    VerifiedToken token =
        other.atFiles(other.agent("bar").authorizedToken(user, "files").orElseThrow());
    assertEquals("alice", token.subject());
    assertEquals("bar", token.clientId());
    assertEquals("files", token.audience());
    assertEquals(List.of("files"), token.scope());
    assertEquals(false, token.isOfLogin());
    assertEquals(true, other.atFiles(user.accessToken("files")).isOfLogin());
  }

  @Test
  void verifierOfTheRfc_hasItsChallenge() {
    assertEquals(
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(VERIFIER)).getValue());
  }

  @Test
  void codes_differ() {
    assertNotEquals(code(), code());
  }

  // RFC 6749 section 5.2: an authorization grant that was revoked is invalid
  @Test
  void code_ofAUserWhoIsDisabled_isRefused() {
    String code = code();
    world.service().withdraw(new Registration(Kind.USER, List.of("alice")));
    assertEquals("invalid_grant", error(redemption("bar", code)));
  }
}
