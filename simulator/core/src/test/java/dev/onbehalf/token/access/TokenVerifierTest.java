package dev.onbehalf.token.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.Attack;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.HeaderAttacks;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.MutableClock;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SpellingAttacks;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A resource server believes only what the token service wrote, for it, and for now. */
class TokenVerifierTest {
  private static final long SEED = 7;
  private static final int SIZE_LIMIT = 16_384;
  private static final Map<SigningAlgorithm, Forge> FORGES = new EnumMap<>(SigningAlgorithm.class);
  private static final Map<SigningAlgorithm, TokenVerifier> VERIFIERS =
      new EnumMap<>(SigningAlgorithm.class);

  private static Forge forge(SigningAlgorithm algorithm) {
    return FORGES.computeIfAbsent(algorithm, key -> Forge.ofService(SEED, key));
  }

  private static TokenVerifier verifier(SigningAlgorithm algorithm) {
    return VERIFIERS.computeIfAbsent(algorithm, TokenVerifierTest::newVerifier);
  }

  private static TokenVerifier newVerifier(SigningAlgorithm algorithm) {
    TokenService service = TokenService.seeded(SEED, algorithm, new MutableClock());
    service.registerResource("files");
    return service.resourceServers().verifierFor("files");
  }

  private static VerifiedToken verify(CompactToken token) throws InvalidTokenException {
    return verifier(SigningAlgorithm.ES256).verify(token);
  }

  private static Forge forge() {
    return forge(SigningAlgorithm.ES256);
  }

  static Stream<Arguments> attacks() {
    List<Attack> attacks =
        Stream.of(SpellingAttacks.all(), HeaderAttacks.all(), ClaimsAttacks.all())
            .flatMap(all -> all)
            .toList();
    return Stream.of(SigningAlgorithm.values())
        .flatMap(algorithm -> attacks.stream().map(a -> Arguments.of(algorithm, a)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("attacks")
  void verify_attack_isRefusedByItsRule(SigningAlgorithm algorithm, Attack attack) {
    CompactToken token = attack.token().apply(forge(algorithm));
    InvalidTokenException refusal =
        assertThrows(InvalidTokenException.class, () -> verifier(algorithm).verify(token));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(attack.rule()), message);
    assertTrue(message.chars().allMatch(c -> c >= ' '), message);
  }

  @ParameterizedTest
  @EnumSource
  void verify_otherAlgorithmOfSameService_isRefused(SigningAlgorithm algorithm) {
    for (SigningAlgorithm other : SigningAlgorithm.values()) {
      if (other != algorithm) {
        CompactToken token = forge(other).sign(Forge.claims());
        assertThrows(InvalidTokenException.class, () -> verifier(algorithm).verify(token));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void verify_good_tellsTheClaims(SigningAlgorithm algorithm) throws InvalidTokenException {
    VerifiedToken token = verifier(algorithm).verify(forge(algorithm).sign(Forge.claims()));
    assertEquals(Forge.ISSUER, token.issuer());
    assertEquals("alice", token.subject());
    assertEquals("files", token.audience());
    assertEquals(TokenDraft.LOGIN_CLIENT, token.clientId());
    assertEquals("forged-1", token.id());
    assertEquals(Forge.NOW, token.issuedAt().getEpochSecond());
    assertEquals(Forge.NOW + Forge.LIFETIME, token.expiresAt().getEpochSecond());
    assertEquals(List.of("files"), token.scope());
    assertEquals(Optional.empty(), token.actor());
    assertEquals(Optional.empty(), token.mayAct());
  }

  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt"})
  void verify_typeInAnySpellingOfRfc9068_isAccepted(String type) throws InvalidTokenException {
    verify(forge().sign(forge().header().withText("typ", type), Forge.claims()));
  }

  @ParameterizedTest
  @ValueSource(ints = {SIZE_LIMIT, SIZE_LIMIT + 1})
  void verify_atTheSizeLimit_isAcceptedAndBeyondRefused(int size) throws InvalidTokenException {
    CompactToken token = ofSize(size);
    assertEquals(size, token.value().length());
    if (size <= SIZE_LIMIT) {
      verify(token);
    } else {
      assertThrows(InvalidTokenException.class, () -> verify(token));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"act", "may_act"})
  void verify_chainOf16_isAccepted(String claim) throws InvalidTokenException {
    RawJson claims = Forge.claims().with(claim, ClaimsAttacks.chain(16));
    VerifiedToken token = verify(forge().sign(claims));
    assertEquals(16, token.actor().or(token::mayAct).orElseThrow().chainLength());
  }

  @Test
  void verify_act_isReadOutermostFirst() throws InvalidTokenException {
    RawJson claims = Forge.claims().with("act", "{\"sub\":\"bar\",\"act\":{\"sub\":\"planner\"}}");
    Actor planner = new Actor("planner", Optional.empty());
    assertEquals(
        Optional.of(new Actor("bar", Optional.of(planner))), verify(forge().sign(claims)).actor());
  }

  @Test
  void verify_datesAtTheirLimits_areAccepted() throws InvalidTokenException {
    verify(forge().sign(Forge.claims().with("exp", "" + (Forge.NOW + 1))));
    verify(forge().sign(Forge.claims().with("nbf", "" + Forge.NOW)));
    verify(forge().sign(Forge.claims().with("nbf", "0")));
  }

  @Test
  void verify_harmlessExtraMembers_areIgnored() throws InvalidTokenException {
    RawJson claims = Forge.claims().with("extra", "[" + "[".repeat(30) + "]".repeat(30) + "]");
    verify(forge().sign(forge().header().withText("cty", "x"), claims));
  }

  // a token has two ES256 signatures, so only its `jti` tells whether it was seen before
  @Test
  void verify_otherSpellingOfTheSignature_isTheSameToken() throws InvalidTokenException {
    CompactToken token = forge().sign(Forge.claims());
    CompactToken twin = SpellingAttacks.otherS(token);
    assertNotEquals(token, twin);
    assertEquals(verify(token).id(), verify(twin).id());
  }

  @Test
  void verify_noScope_allowsNothing() throws InvalidTokenException {
    assertEquals(List.of(), verify(forge().sign(Forge.claims().without("scope"))).scope());
  }

  @Test
  void verify_nameBeyondAscii_isAccepted() throws InvalidTokenException {
    RawJson claims = Forge.claims().withText("sub", "zoë-𝒵");
    assertEquals("zoë-𝒵", verify(forge().sign(claims)).subject());
  }

  private static CompactToken ofSize(int size) {
    for (int header = 0; header < 3; header++) {
      RawJson head = forge().header().withText("cty", "x".repeat(header));
      for (int pad = 11_000; pad < 12_300; pad++) {
        RawJson claims = Forge.claims().withText("pad", "x".repeat(pad));
        int length = encoded(head) + encoded(claims) + 2 + 86;
        if (length == size) {
          return forge().sign(head, claims);
        }
      }
    }
    throw new AssertionError("no token of size " + size);
  }

  private static int encoded(RawJson json) {
    return (json.toString().length() * 4 + 2) / 3;
  }
}
