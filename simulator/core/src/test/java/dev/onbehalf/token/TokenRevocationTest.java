package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients have tokens called back (RFC 7009), and resources that ask learn of it (RFC 7662). */
final class TokenRevocationTest {
  private static final URI ADDRESS = URI.create("https://token.example/");
  private static final Duration LIFETIME = Duration.ofSeconds(Forge.LIFETIME);

  private final World world = World.fresh();
  private final IntrospectingVerifier files = world.service().introspectingVerifierFor("files");

  private CompactToken delegated() {
    return world
        .agent("bar")
        .exchange(world.subjectToken(), world.agent("bar").actorToken().orElseThrow(), "files", "")
        .orElseThrow();
  }

  private HTTPResponse revoke(String client, String token) {
    return revoke(world.agent(client).authentication(), token);
  }

  private HTTPResponse revoke(ClientAuthentication client, String token) {
    return world
        .service()
        .revocationEndpoint()
        .handle(
            new TokenRevocationRequest(ADDRESS, client, new BearerAccessToken(token))
                .toHTTPRequest());
  }

  private HTTPResponse introspect(ClientAuthentication caller, String token) {
    return world
        .service()
        .introspectionEndpoint()
        .handle(
            new TokenIntrospectionRequest(ADDRESS, caller, new BearerAccessToken(token))
                .toHTTPRequest());
  }

  /** RFC 7009 section 2: the token can't be used again; RFC 9068: who doesn't ask can't know. */
  @Test
  void revokedToken_isRefusedWhereTheResourceAsksAndGoesOnWhereItVerifiesAlone()
      throws InvalidTokenException {
    CompactToken token = delegated();
    assertEquals("alice", files.verify(token).subject());
    assertEquals(200, revoke("bar", token.value()).getStatusCode());
    assertThrows(InvalidTokenException.class, () -> files.verify(token));
    world.clock().advance(LIFETIME.minusSeconds(1));
    assertEquals("alice", world.atFiles(token).subject());
    assertThrows(InvalidTokenException.class, () -> files.verify(token));
    world.clock().advance(Duration.ofSeconds(1));
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  /** Each call of a resource that asks is a round trip more. */
  @Test
  void askingResource_takesARoundTripForEachCall() throws InvalidTokenException {
    CompactToken token = delegated();
    long before = world.service().meter().counts().roundTrips();
    files.verify(token);
    files.verify(token);
    assertEquals(before + 2, world.service().meter().counts().roundTrips());
  }

  private static ClientAuthentication wrong(String client) {
    return new ClientSecretBasic(new ClientID(client), new Secret("wrong"));
  }

  static Stream<Arguments> disabled() {
    return Stream.of(Arguments.of(Kind.USER, "alice"), Arguments.of(Kind.CLIENT, "bar"));
  }

  /** RFC 7662 section 2.2: what makes a token active is the token service's to say. */
  @ParameterizedTest
  @MethodSource("disabled")
  void disabledParty_endsItsTokensWhereTheResourceAsks(Kind kind, String name)
      throws InvalidTokenException {
    CompactToken token = delegated();
    files.verify(token);
    world.service().withdraw(new Registration(kind, List.of(name)));
    assertThrows(InvalidTokenException.class, () -> files.verify(token));
    assertEquals("alice", world.atFiles(token).subject());
  }

  /** RFC 7009 section 2.2: invalid tokens do not cause an error. */
  @Test
  void tokenThatIsUnknown_isAnsweredAsOneThatWasRevoked() {
    CompactToken expired = delegated();
    world.clock().advance(LIFETIME);
    String foreign = Forge.ofService(666, SigningAlgorithm.ES256).sign(Forge.claims()).value();
    for (String token : List.of("x", "a.b.c", expired.value(), foreign)) {
      assertEquals(200, revoke("bar", token).getStatusCode(), token);
    }
    CompactToken again = delegated();
    assertEquals(200, revoke("bar", again.value()).getStatusCode());
    assertEquals(200, revoke("bar", again.value()).getStatusCode());
  }

  /** RFC 7009 section 2.1: refused if the token was not issued to the client. */
  @Test
  void tokenOfAnotherClient_isRefusedAndStaysGood() throws InvalidTokenException {
    CompactToken token = delegated();
    CompactToken ofUser = world.service().logIn("alice").accessToken("files");
    for (CompactToken other : List.of(token, ofUser)) {
      assertEquals(400, revoke("baz", other.value()).getStatusCode());
      files.verify(other);
    }
  }

  /** RFC 7009 section 2.1, RFC 6749 section 5.2. */
  @Test
  void strangerWhoRevokes_isNotAuthenticated() throws InvalidTokenException {
    CompactToken token = delegated();
    HTTPResponse answer = revoke(wrong("bar"), token.value());
    assertEquals(401, answer.getStatusCode());
    assertNotNull(answer.getWWWAuthenticate());
    files.verify(token);
  }

  /** RFC 7009 section 2.1, RFC 7662 section 2.1: the token is REQUIRED, by POST of a form. */
  @Test
  void requestWithoutToken_isInvalid() {
    HTTPRequest request =
        new TokenRevocationRequest(
                ADDRESS, world.agent("bar").authentication(), new BearerAccessToken("x"))
            .toHTTPRequest();
    request.setBody("token_type_hint=access_token");
    assertEquals(400, world.service().revocationEndpoint().handle(request).getStatusCode());
    HTTPRequest get = new HTTPRequest(HTTPRequest.Method.GET, ADDRESS);
    assertEquals(405, world.service().revocationEndpoint().handle(get).getStatusCode());
    assertEquals(405, world.service().introspectionEndpoint().handle(get).getStatusCode());
  }

  /** RFC 8693 section 2.2.2: a subject or actor token that isn't good is an invalid_request. */
  @Test
  void revokedActorToken_actsNoMore() {
    CompactToken actor = world.agent("bar").actorToken().orElseThrow();
    world.agent("bar").exchange(world.subjectToken(), actor, "files", "").orElseThrow();
    revoke("bar", actor.value());
    assertEquals(
        "invalid_request",
        World.refusal(world.agent("bar").exchange(world.subjectToken(), actor, "files", ""))
            .code());
  }

  @Test
  void tokensOfOtherPurposes_stayGood() throws InvalidTokenException {
    CompactToken one = delegated();
    CompactToken other = delegated();
    revoke("bar", one.value());
    assertEquals("alice", files.verify(other).subject());
  }

  /** RFC 7662 section 2.2, RFC 8693 section 4.1. */
  @Test
  void activeToken_isToldOf() throws ParseException {
    CompactToken token = delegated();
    ClientAuthentication resource =
        world.service().introspectingVerifierFor("mail").authentication();
    Map<String, Object> elsewhere = introspect(resource, token.value()).getBodyAsJSONObject();
    // section 2.2: not for this resource, and no word more
    assertEquals(Map.of("active", false), elsewhere);
    CompactToken mail =
        world
            .agent("bar")
            .exchange(
                world.service().logIn("alice").subjectToken("bar", "mail"),
                world.agent("bar").actorToken().orElseThrow(),
                "mail",
                Scope.of("mail", "read"))
            .orElseThrow();
    Map<String, Object> told = introspect(resource, mail.value()).getBodyAsJSONObject();
    assertEquals(true, told.get("active"));
    assertEquals("alice", told.get("sub"));
    assertEquals("bar", told.get("client_id"));
    assertEquals(List.of("mail"), told.get("aud"));
    assertEquals("mail:read", told.get("scope"));
    assertEquals(Map.of("sub", "bar"), told.get("act"));
    assertEquals(
        Set.of(
            "active",
            "sub",
            "client_id",
            "aud",
            "scope",
            "act",
            "iss",
            "jti",
            "iat",
            "exp",
            "token_type"),
        told.keySet());
  }

  /** RFC 7662 section 2.2: nothing more of a token that isn't active. */
  @Test
  void inactiveToken_isToldNothingOf() throws ParseException {
    ClientAuthentication resource =
        world.service().introspectingVerifierFor("mail").authentication();
    CompactToken token = world.agent("bar").accessToken("mail").orElseThrow();
    assertEquals(true, introspect(resource, token.value()).getBodyAsJSONObject().get("active"));
    revoke("bar", token.value());
    CompactToken expiring = world.agent("bar").accessToken("mail").orElseThrow();
    for (String inactive : List.of(token.value(), "x")) {
      HTTPResponse answer = introspect(resource, inactive);
      assertEquals(200, answer.getStatusCode());
      assertEquals(Map.of("active", false), answer.getBodyAsJSONObject());
    }
    world.clock().advance(LIFETIME);
    assertEquals(
        Map.of("active", false), introspect(resource, expiring.value()).getBodyAsJSONObject());
  }

  /** RFC 7662 sections 2.1 and 2.3: 401 for whoever isn't a resource that may ask. */
  @Test
  void strangerWhoAsks_isNotAuthenticated() {
    CompactToken token = delegated();
    for (String caller : List.of("files", "mail", "bar")) {
      HTTPResponse answer = introspect(wrong(caller), token.value());
      assertEquals(401, answer.getStatusCode(), caller);
    }
  }

  /** What was called back before stays so, whatever is called back after it. */
  @Test
  void revokedToken_staysRevokedWhenOthersAre() {
    CompactToken one = delegated();
    CompactToken other = delegated();
    revoke("bar", one.value());
    revoke("bar", other.value());
    assertThrows(InvalidTokenException.class, () -> files.verify(one));
    assertThrows(InvalidTokenException.class, () -> files.verify(other));
  }
}
