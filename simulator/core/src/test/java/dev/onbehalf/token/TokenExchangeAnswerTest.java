package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.RawRequest;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.RawJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scope, the lifetime and the answer of an exchange: never more than was handed in. */
class TokenExchangeAnswerTest {
  private final World world = World.fresh();

  private CompactToken exchange(CompactToken subject) {
    AgentClient bar = world.agent("bar");
    return bar.exchange(subject, bar.actorToken().orElseThrow(), "files", "").orElseThrow();
  }

  private static CompactToken accessToken(HTTPResponse response) throws ParseException {
    assertEquals(200, response.getStatusCode(), response.getBody());
    return new CompactToken(String.valueOf(response.getBodyAsJSONObject().get("access_token")));
  }

  @Test
  void exchange_narrowerScope_isGrantedAndStated() throws InvalidTokenException, ParseException {
    HTTPResponse response = world.send(world.exchange().with("scope", "files:read files:list"));
    assertEquals("files:read files:list", response.getBodyAsJSONObject().get("scope"));
    assertEquals(List.of("files:read", "files:list"), world.atFiles(accessToken(response)).scope());
  }

  @Test
  void exchange_scopeOnceNarrowed_staysNarrow() {
    AgentClient bar = world.agent("bar");
    CompactToken narrow =
        bar.exchange(world.subjectToken(), bar.actorToken().orElseThrow(), "bar", "files:read")
            .orElseThrow();
    CompactToken actor = bar.actorToken().orElseThrow();
    assertEquals(
        "invalid_scope", World.refusal(bar.exchange(narrow, actor, "files", "files")).code());
  }

  @Test
  void exchange_scopeOfTwoResources_isNarrowedToTheAudience()
      throws InvalidTokenException, ParseException {
    RawJson claims = World.subjectClaims().withText("scope", "files:read mail");
    RawRequest request = world.exchange().with("subject_token", world.forge().sign(claims).value());
    HTTPResponse response = world.send(request);
    assertEquals("files:read", response.getBodyAsJSONObject().get("scope"));
    assertEquals(List.of("files:read"), world.atFiles(accessToken(response)).scope());
  }

  @Test
  void exchange_result_expiresWithTheSubjectToken() throws InvalidTokenException {
    CompactToken subject = world.subjectToken();
    world.clock().advance(Duration.ofSeconds(100));
    VerifiedToken token = world.atFiles(exchange(subject));
    assertEquals(Forge.NOW + Forge.LIFETIME, token.expiresAt().getEpochSecond());
    assertEquals(Forge.NOW + 100, token.issuedAt().getEpochSecond());
  }

  @Test
  void exchange_resultOfAShortSubjectToken_expiresNoLater()
      throws InvalidTokenException, ParseException {
    RawJson claims = World.subjectClaims().with("exp", "" + (Forge.NOW + 1));
    HTTPResponse response =
        world.send(world.exchange().with("subject_token", world.forge().sign(claims).value()));
    assertEquals("1", String.valueOf(response.getBodyAsJSONObject().get("expires_in")));
    VerifiedToken token = world.atFiles(accessToken(response));
    assertEquals(Forge.NOW + 1, token.expiresAt().getEpochSecond());
  }

  @Test
  void exchange_answer_isThatOfRfc8693() throws ParseException {
    HTTPResponse response = world.send(world.exchange());
    Map<String, Object> body = response.getBodyAsJSONObject();
    assertEquals(RawRequest.ACCESS_TOKEN_TYPE, body.get("issued_token_type"));
    assertEquals("Bearer", body.get("token_type"));
    assertEquals("files", body.get("scope"));
    assertEquals("300", String.valueOf(body.get("expires_in")));
    assertEquals("no-store", response.getCacheControl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", RawRequest.ACCESS_TOKEN_TYPE, RawRequest.JWT_TYPE})
  void exchange_usableRequestedType_isGranted(String type) {
    RawRequest request =
        world
            .exchange()
            .with("requested_token_type", type)
            .with("subject_token_type", RawRequest.JWT_TYPE);
    assertEquals(200, world.send(request).getStatusCode());
  }

  @Test
  void exchange_resourceByUri_isGranted() throws ParseException, InvalidTokenException {
    String uri = "https://api.example/v1";
    RawRequest request =
        world
            .exchange()
            .without("audience")
            .with("resource", uri)
            .with("subject_token", world.service().logIn("alice").subjectToken("bar", uri).value());
    CompactToken token = accessToken(world.send(request));
    assertEquals(uri, world.service().resourceServers().verifierFor(uri).verify(token).audience());
  }

  @Test
  void exchange_emptyOptionalParameters_countAsAbsent() {
    RawRequest request = world.exchange().and("scope", "").and("scope", "").with("resource", "");
    assertEquals(200, world.send(request.append("&&=x&lonely")).getStatusCode());
  }

  @Test
  void exchange_ownIdentifierInTheBody_isGranted() {
    assertEquals(200, world.send(world.exchange().with("client_id", "bar")).getStatusCode());
  }
}
