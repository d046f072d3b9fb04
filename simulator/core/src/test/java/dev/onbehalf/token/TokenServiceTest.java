package dev.onbehalf.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import dev.onbehalf.token.access.TokenDraft;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.grant.RegisteredClient;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.jose.Randomness;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts are told apart, logins yield their own tokens, and everything follows from the seed. */
class TokenServiceTest {
  private final World world = World.fresh();
  private final TokenService service = world.service();

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alice", "bar", "files", "https://token.example/", "https://login.example/"})
  void register_nameTaken_isRefused(String name) {
    List<Executable> calls =
        List.of(
            () -> service.registerUser(name),
            () -> service.registerClient(name),
            () -> service.registerResource(name));
    calls.forEach(call -> assertThrows(IllegalArgumentException.class, call));
    assertEquals(6, service.standingCredentials());
  }

  @Test
  void register_nameTaken_isRefusedByWhoHasIt() {
    assertEquals(
        "expected a new name, found `alice`, which is a user already",
        refusal(() -> service.registerClient("alice")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "\u202ealice", "a\nb"})
  void register_nameThatDoesNotShow_isRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> service.registerUser(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "bar", "files"})
  void logIn_nobodysName_isRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> service.logIn(name));
  }

  @Test
  void session_unknownParties_areRefused() {
    UserSession alice = service.logIn("alice");
    assertThrows(IllegalArgumentException.class, () -> alice.accessToken("bar"));
    assertThrows(IllegalArgumentException.class, () -> alice.subjectToken("bob", "files"));
    assertThrows(IllegalArgumentException.class, () -> alice.subjectToken("bar", "nowhere"));
    assertEquals(0, service.tokensIssued());
  }

  @Test
  void client_nobodysName_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> service.client("alice"));
    assertThrows(
        IllegalArgumentException.class, () -> service.resourceServers().verifierFor("alice"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1000, 0, 999, 1500})
  void lifetime_notInWholeSeconds_isRefused(long millis) {
    assertThrows(IllegalArgumentException.class, () -> withLifetime(Duration.ofMillis(millis)));
  }

  private static TokenService withLifetime(Duration lifetime) {
    return new TokenService(
        Forge.ISSUER,
        SigningAlgorithm.ES256,
        lifetime,
        new MutableClock(),
        Randomness.seeded(1),
        () -> "id");
  }

  @Test
  void subjectToken_atTheResource_isRefused() {
    assertThrows(InvalidTokenException.class, () -> world.atFiles(world.subjectToken()));
  }

  @Test
  void accessToken_atAnotherResource_isRefused() {
    CompactToken token = service.logIn("alice").accessToken("mail");
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  @Test
  void accessToken_ofAnotherServiceOfTheSameName_isRefused() {
    TokenService other = TokenService.seeded(8, SigningAlgorithm.ES256, new MutableClock());
    other.registerUser("alice");
    other.registerResource("files");
    CompactToken token = other.logIn("alice").accessToken("files");
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  @Test
  void accessToken_lastSecond_isAcceptedAndNextRefused() throws InvalidTokenException {
    CompactToken token = service.logIn("alice").accessToken("files");
    world.clock().advance(Duration.ofSeconds(Forge.LIFETIME).minusNanos(1));
    world.atFiles(token);
    world.clock().advance(Duration.ofNanos(1));
    assertThrows(InvalidTokenException.class, () -> world.atFiles(token));
  }

  @Test
  void accessToken_tellsUserAndLogin() throws InvalidTokenException {
    VerifiedToken token = world.atFiles(service.logIn("alice").accessToken("files"));
    assertEquals("alice", token.subject());
    assertEquals(TokenDraft.LOGIN_CLIENT, token.clientId());
    assertEquals(List.of("files"), token.scope());
  }

  @Test
  void session_sameArgument_yieldsTheKeptToken() {
    UserSession alice = service.logIn("alice");
    assertSame(alice.accessToken("files"), alice.accessToken("files"));
    assertSame(alice.subjectToken("bar", "files"), alice.subjectToken("bar", "files"));
    assertNotEquals(alice.accessToken("files"), alice.accessToken("mail"));
    assertNotEquals(alice.subjectToken("bar", "files"), alice.subjectToken("bar", "mail"));
    assertNotEquals(alice.accessToken("files"), service.logIn("alice").accessToken("files"));
    assertEquals(5, service.tokensIssued());
  }

  @ParameterizedTest
  @EnumSource
  void seeded_sameSeed_yieldsTheSameTokens(SigningAlgorithm algorithm) {
    assertEquals(run(1, algorithm), run(1, algorithm));
    assertNotEquals(run(1, algorithm), run(2, algorithm));
  }

  private static List<CompactToken> run(long seed, SigningAlgorithm algorithm) {
    TokenService service = TokenService.seeded(seed, algorithm, new MutableClock());
    service.registerUser("alice");
    service.registerClient("bar");
    service.registerResource("files");
    CompactToken subject = service.logIn("alice").subjectToken("bar", "files");
    CompactToken actor = service.client("bar").actorToken().orElseThrow();
    CompactToken result = service.client("bar").exchange(subject, actor, "files", "").orElseThrow();
    return List.of(subject, actor, result);
  }

  @Test
  void standingCredentials_countUsersAndClients() {
    TokenService other = TokenService.seeded(1, SigningAlgorithm.ES256, Clock.systemUTC());
    other.registerResource("files");
    assertEquals(0, other.standingCredentials());
    other.registerUser("alice");
    other.registerClient("bar");
    assertEquals(2, other.standingCredentials());
  }

  @Test
  void toString_ofAnyPart_showsNoSecret() {
    ClientSecretBasic credentials = (ClientSecretBasic) world.agent("bar").authentication();
    String secret = credentials.getClientSecret().getValue();
    RegisteredClient client = new RegisteredClient("bar", secret, List.of(), false);
    for (Object part :
        List.of(service, service.logIn("alice"), world.agent("bar"), credentials, client)) {
      assertFalse(part.toString().contains(secret));
    }
  }

  /** OpenID Connect Core section 3.1.2.6: without a login there is nothing to be had. */
  @Test
  void session_withoutUser_yieldsNothingButTheWordForIt() {
    UserSession session = service.withoutUser("nobody");
    assertEquals("nobody", session.user());
    for (Executable asking :
        List.<Executable>of(
            () -> session.accessToken("files"),
            () -> session.subjectToken("bar", "files"),
            () -> session.idToken("bar"),
            () -> session.consentedToken("bar", "files"),
            () -> session.macaroon("files"),
            () -> session.authorize(URI.create("https://service.example/authorize")))) {
      assertThrows(LoginRequiredException.class, asking);
    }
  }

  @Test
  void session_withoutUser_isNotThatOfAUser() {
    assertEquals("expected no user, found `alice`", refusal(() -> service.withoutUser("alice")));
  }
}
