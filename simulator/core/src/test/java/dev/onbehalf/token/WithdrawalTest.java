package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.onbehalf.token.access.Scope;
import dev.onbehalf.token.grant.RawRequest;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.macaroon.MacaroonToken;
import dev.onbehalf.token.registry.Registration;
import dev.onbehalf.token.registry.Registration.Kind;
import dev.onbehalf.token.workload.ClientCertificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is locked out, disabled or revoked gets nothing new; what is out already runs its time. */
final class WithdrawalTest {
  private static final Duration LIFETIME = Duration.ofSeconds(Forge.LIFETIME);

  private final World world = World.fresh();

  private void withdraw(Kind kind, String... names) {
    world.service().withdraw(new Registration(kind, List.of(names)));
  }

  /**
   * RFC 6749 section 5.2: 401 with a challenge, and nothing that tells it from a made-up client.
   */
  @Test
  void disabledClient_isAnsweredAsAnUnknownOne() {
    RawRequest request = RawRequest.of(world.agent("bar")).with("grant_type", "client_credentials");
    withdraw(Kind.CLIENT, "bar");
    HTTPResponse answer = world.send(request);
    assertEquals(401, answer.getStatusCode());
    assertNotEquals(null, answer.getWWWAuthenticate());
    assertEquals(
        "{\"error\":\"invalid_client\","
            + "\"error_description\":\"expected a registered client and its secret\"}",
        answer.getBody());
  }

  /** RFC 8693 section 2.2.2. */
  @Test
  void goodSubjectTokenOfLockedUser_isAnInvalidRequest() {
    RawRequest request = world.exchange();
    withdraw(Kind.USER, "alice");
    HTTPResponse answer = world.send(request);
    assertEquals(400, answer.getStatusCode());
    assertEquals(true, String.valueOf(answer.getBody()).contains("\"invalid_request\""));
  }

  @Test
  void goodIdTokenOfLockedUser_isAnInvalidRequest() {
    world.service().registerResourceClient("bar", "files");
    CompactToken idToken = world.service().logIn("alice").idToken("bar");
    withdraw(Kind.USER, "alice");
    assertEquals(
        "invalid_request",
        World.refusal(world.agent("bar").identityAssertion(idToken, "files", Scope.of("files")))
            .code());
  }

  @Test
  void clientDisabledAtTheResourcesServer_isRefusedThereAlone() {
    world.service().registerResourceClient("bar", "files");
    CompactToken idToken = world.service().logIn("alice").idToken("bar");
    withdraw(Kind.RESOURCE_CLIENT, "bar", "files");
    CompactToken assertion =
        world.agent("bar").identityAssertion(idToken, "files", Scope.of("files")).orElseThrow();
    assertEquals(
        "invalid_client",
        World.refusal(world.agent("bar").assertedToken(assertion, "files")).code());
  }

  @Test
  void lockedUser_isAskedToLogInWhateverSheIsAskedFor() {
    UserSession session = world.service().logIn("alice");
    session.accessToken("files");
    withdraw(Kind.USER, "alice");
    assertThrows(LoginRequiredException.class, () -> session.accessToken("files"));
    assertThrows(LoginRequiredException.class, () -> session.subjectToken("bar", "files"));
  }

  /** RFC 6749 section 4.1.2.1. */
  @Test
  void withdrawnConsent_isADeniedAccess() {
    world.service().registerAdministratorConsent("baz");
    UserSession session = world.service().logIn("alice");
    world.agent("baz").authorizedToken(session, "files").orElseThrow();
    withdraw(Kind.ADMINISTRATOR_CONSENT, "baz");
    assertEquals(
        "access_denied",
        World.refusal(world.agent("baz").authorizedToken(session, "files")).code());
  }

  @Test
  void withdrawnConsentOfTheUser_yieldsNoTokenToAct() {
    UserSession session = world.service().logIn("alice");
    session.consentedToken("bar", "files");
    withdraw(Kind.CONSENT, "alice", "bar");
    assertThrows(IllegalArgumentException.class, () -> session.consentedToken("bar", "files"));
  }

  /** RFC 9068 section 4: a resource that verifies on its own asks nobody. */
  @Test
  void tokenThatIsOut_holdsToItsLastSecond() throws InvalidTokenException {
    CompactToken token =
        world.agent("bar").exchange(world.subjectToken(), actorToken(), "files", "").orElseThrow();
    withdraw(Kind.CLIENT, "bar");
    withdraw(Kind.USER, "alice");
    world.clock().advance(LIFETIME.minusSeconds(1));
    assertEquals("alice", world.atFiles(token).subject());
    world.clock().advance(Duration.ofSeconds(1));
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  private CompactToken actorToken() {
    return world.agent("bar").actorToken().orElseThrow();
  }

  @Test
  void discardedRootKey_endsItsMacaroonsAtOnce() throws InvalidTokenException {
    world.service().registerRootKey("carol", "files");
    MacaroonToken macaroon = world.service().logIn("carol").macaroon("files");
    var verifier = world.service().resourceServers().macaroonVerifierFor("files");
    verifier.verify(macaroon, "read");
    withdraw(Kind.ROOT_KEY, "carol", "files");
    assertThrows(InvalidTokenException.class, () -> verifier.verify(macaroon, "read"));
  }

  /** RFC 5280 section 6.3.3; the connection is open already. */
  @Test
  void revokedCertificate_isRefusedOnAnOpenConnection() throws InvalidTokenException {
    world.service().registerCertificate("bar");
    ClientCertificate certificate = world.service().workload("bar").certificate();
    var server = world.service().resourceServers().tlsServer();
    server.accept(certificate);
    withdraw(Kind.CERTIFICATE, "bar");
    assertThrows(InvalidTokenException.class, () -> server.accept(certificate));
  }

  @Test
  void revokedKey_stepsNoFurther() {
    world.service().registerWorkloadKey("bar");
    CompactToken proof =
        world.service().workload("bar").key().stepProof(world.subjectToken(), "files");
    withdraw(Kind.WORKLOAD_KEY, "bar");
    Refusal refusal =
        World.refusal(
            world
                .agent("bar")
                .exchange(world.subjectToken(), actorToken(), proof, "files", Scope.of("files")));
    assertEquals("invalid_request", refusal.code());
  }

  @Test
  void discardedVaultEntry_yieldsNothing() {
    world.service().registerVaultEntry("alice", "files");
    world.service().vaultToken("alice", "files").orElseThrow();
    withdraw(Kind.VAULT_ENTRY, "alice", "files");
    assertEquals(
        "invalid_request", World.refusal(world.service().vaultToken("alice", "files")).code());
  }

  /** A login lasts longer than one token. */
  @Test
  void sessionsToken_isRenewedWhenItExpires() {
    UserSession session = world.service().logIn("alice");
    CompactToken first = session.accessToken("files");
    world.clock().advance(LIFETIME.minusSeconds(1));
    assertEquals(first, session.accessToken("files"));
    world.clock().advance(Duration.ofSeconds(1));
    CompactToken second = session.accessToken("files");
    assertNotEquals(first, second);
    assertDoesNotThrow(() -> world.atFiles(second));
  }

  @Test
  void userWhoIsAway_yieldsANameAndNothingElse() {
    UserSession away = world.service().away("alice");
    assertEquals("alice", away.user());
    assertThrows(LoginRequiredException.class, () -> away.accessToken("files"));
    assertThrows(LoginRequiredException.class, () -> away.idToken("bar"));
  }
}
