package dev.onbehalf.token.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.AgentClient;
import dev.onbehalf.token.UserSession;
import dev.onbehalf.token.World;
import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exchange never yields more than the subject token holds, nor hides who acts. */
class ExchangeGrantTest {
  private final World world = World.fresh();
  private final UserSession alice = world.service().logIn("alice");

  private String refusal(String agent, CompactToken subject, CompactToken actor, String audience) {
    return World.refusal(world.agent(agent).exchange(subject, actor, audience, "")).code();
  }

  private CompactToken exchange(String agent, CompactToken subject, String audience) {
    AgentClient client = world.agent(agent);
    return client.exchange(subject, client.actorToken().orElseThrow(), audience, "").orElseThrow();
  }

  /** A subject token that names the party which may act. */
  private CompactToken subjectToken(Actor mayAct) {
    TokenDraft draft =
        TokenDraft.of("alice", "bar", TokenDraft.LOGIN_CLIENT, List.of("files")).withMayAct(mayAct);
    return world.service().tokenIssuer().issue(draft).token();
  }

  private static Actor actor(String... outermostFirst) {
    Optional<Actor> actor = Optional.empty();
    for (int i = outermostFirst.length - 1; i >= 0; i--) {
      actor = Optional.of(new Actor(outermostFirst[i], actor));
    }
    return actor.orElseThrow();
  }

  @Test
  void exchange_subjectTokenOfAnotherAgent_isRefused() {
    CompactToken stolen = alice.subjectToken("baz", "files");
    assertEquals(
        "invalid_request",
        refusal("bar", stolen, world.agent("bar").actorToken().orElseThrow(), "files"));
  }

  @Test
  void exchange_actorTokenOfAnotherClient_isRefused() {
    CompactToken other = world.agent("baz").actorToken().orElseThrow();
    assertEquals("invalid_request", refusal("bar", world.subjectToken(), other, "files"));
  }

  @Test
  void exchange_usersAccessToken_isRefused() {
    CompactToken token = alice.accessToken("files");
    assertEquals(
        "invalid_request",
        refusal("bar", token, world.agent("bar").actorToken().orElseThrow(), "files"));
  }

  @Test
  void exchange_actorTokenAsSubjectToken_grantsNothing() {
    CompactToken token = world.agent("bar").actorToken().orElseThrow();
    assertEquals("invalid_scope", refusal("bar", token, token, "files"));
    assertEquals("invalid_scope", refusal("bar", token, token, "baz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "baz"})
  void exchange_withoutActorOfADelegatedToken_isRefused(String audience) throws ParseException {
    CompactToken delegated = exchange("planner", alice.subjectToken("planner", "files"), "bar");
    RawRequest request =
        world
            .exchange()
            .with("subject_token", delegated.value())
            .with("audience", audience)
            .without("actor_token")
            .without("actor_token_type");
    assertEquals("invalid_request", world.send(request).getBodyAsJSONObject().get("error"));
  }

  @Test
  void exchange_chainBeyond16_isRefused() throws InvalidTokenException {
    CompactToken token = world.subjectToken();
    for (int i = 0; i < 15; i++) {
      token = exchange("bar", token, "bar");
    }
    CompactToken sixteen = exchange("bar", token, "files");
    assertEquals(16, world.atFiles(sixteen).actor().orElseThrow().chainLength());
    CompactToken last = exchange("bar", token, "bar");
    assertEquals(
        "invalid_request",
        refusal("bar", last, world.agent("bar").actorToken().orElseThrow(), "files"));
  }

  @Test
  void exchange_mayActOfAnother_isRefused() {
    CompactToken token = subjectToken(actor("baz"));
    assertEquals(
        "invalid_request",
        refusal("bar", token, world.agent("bar").actorToken().orElseThrow(), "files"));
  }

  @Test
  void exchange_mayActWithoutActor_isRefused() throws ParseException {
    RawRequest request =
        world
            .exchange()
            .with("subject_token", subjectToken(actor("bar")).value())
            .without("actor_token")
            .without("actor_token_type");
    assertEquals("invalid_request", world.send(request).getBodyAsJSONObject().get("error"));
  }

  @Test
  void exchange_mayActAfterOthers_isRefusedWithoutThem() {
    CompactToken token = subjectToken(actor("bar", "planner"));
    assertEquals(
        "invalid_request",
        refusal("bar", token, world.agent("bar").actorToken().orElseThrow(), "files"));
  }

  @Test
  void exchange_mayActOfTheActor_isGrantedAndNotHandedOn() throws InvalidTokenException {
    VerifiedToken token = world.atFiles(exchange("bar", subjectToken(actor("bar")), "files"));
    assertEquals(Optional.of(actor("bar")), token.actor());
    assertEquals(Optional.empty(), token.mayAct());
  }

  @ParameterizedTest
  @EnumSource
  void exchange_withActor_namesUserAndActor(SigningAlgorithm algorithm)
      throws InvalidTokenException {
    World other = new World(algorithm);
    AgentClient bar = other.agent("bar");
    VerifiedToken token =
        other.atFiles(
            bar.exchange(other.subjectToken(), bar.actorToken().orElseThrow(), "files", "")
                .orElseThrow());
    assertEquals(Forge.ISSUER, token.issuer());
    assertEquals("alice", token.subject());
    assertEquals("files", token.audience());
    assertEquals("bar", token.clientId());
    assertEquals(List.of("files"), token.scope());
    assertEquals(Optional.of(actor("bar")), token.actor());
  }

  @Test
  void exchange_overThreeHops_nestsTheActors() throws InvalidTokenException {
    CompactToken first = exchange("planner", alice.subjectToken("planner", "files"), "bar");
    CompactToken second = exchange("bar", first, "baz");
    VerifiedToken token = world.atFiles(exchange("baz", second, "files"));
    assertEquals("alice", token.subject());
    assertEquals("baz", token.clientId());
    assertEquals(Optional.of(actor("baz", "bar", "planner")), token.actor());
    assertEquals(List.of("files"), token.scope());
  }

  @Test
  void exchange_withoutActor_impersonates() throws InvalidTokenException, ParseException {
    RawRequest request = world.exchange().without("actor_token").without("actor_token_type");
    VerifiedToken token = world.atFiles(accessToken(world.send(request)));
    assertEquals("alice", token.subject());
    assertEquals("bar", token.clientId());
    assertEquals(Optional.empty(), token.actor());
  }

  private static CompactToken accessToken(HTTPResponse response) throws ParseException {
    assertEquals(200, response.getStatusCode(), response.getBody());
    return new CompactToken(String.valueOf(response.getBodyAsJSONObject().get("access_token")));
  }

  @Test
  void exchange_mayActWhoeverActedBefore_isGranted() throws InvalidTokenException {
    RawJson claims =
        World.subjectClaims()
            .with("act", "{\"sub\":\"planner\"}")
            .with("may_act", "{\"sub\":\"bar\"}");
    VerifiedToken token = world.atFiles(exchange("bar", world.forge().sign(claims), "files"));
    assertEquals(Optional.of(actor("bar", "planner")), token.actor());
  }

  @Test
  void exchange_mayActAfterJustThose_isGranted() throws InvalidTokenException {
    RawJson claims =
        World.subjectClaims()
            .with("act", "{\"sub\":\"planner\"}")
            .with("may_act", "{\"sub\":\"bar\",\"act\":{\"sub\":\"planner\"}}");
    VerifiedToken token = world.atFiles(exchange("bar", world.forge().sign(claims), "files"));
    assertEquals(Optional.of(actor("bar", "planner")), token.actor());
  }

  // RFC 8693 section 1.1: within its rights, indistinguishable from the user
  @Test
  void impersonator_withoutActor_passesForTheUser() throws InvalidTokenException {
    world.service().register(new Registration(Kind.IMPERSONATOR, List.of("passer")));
    AgentClient passer = world.agent("passer");
    VerifiedToken posing =
        world.atFiles(
            passer.impersonate(alice.subjectToken("passer", "files"), "files", "").orElseThrow());
    assertEquals(TokenDraft.LOGIN_CLIENT, posing.clientId());
    assertEquals(
        "passer",
        world
            .atFiles(exchange("passer", alice.subjectToken("passer", "files"), "files"))
            .clientId());
  }
}
