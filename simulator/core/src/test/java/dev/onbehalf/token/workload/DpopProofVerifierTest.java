package dev.onbehalf.token.workload;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.World;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.PublicJwk;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call with a bound token is taken from whoever has its key, for this one call (RFC 9449). */
class DpopProofVerifierTest {
  private static final CompactToken ACCESS_TOKEN = new CompactToken("access.token.here");
  private static final ProofTarget READ_FILES = ProofTarget.call("files", "read");
  private static final long PROOF_SEED = 99;

  private final World world = World.fresh();
  private final DpopProofVerifier verifier = world.service().resourceServers().dpopProofVerifier();

  /** A change of a good proof, and a part of the message that names the rule it breaks. */
  private record Change(
      String name, String rule, UnaryOperator<RawJson> header, UnaryOperator<RawJson> claims) {

    static Change header(String name, String rule, UnaryOperator<RawJson> change) {
      return new Change(name, rule, change, UnaryOperator.identity());
    }

    static Change claims(String name, String rule, UnaryOperator<RawJson> change) {
      return new Change(name, rule, UnaryOperator.identity(), change);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Forge forge(SigningAlgorithm algorithm) {
    return Forge.ofService(PROOF_SEED, algorithm);
  }

  private static Forge forge() {
    return forge(SigningAlgorithm.ES256);
  }

  private static String thumbprint(Forge forge) {
    return PublicJwk.thumbprint(forge.algorithm(), forge.publicKey());
  }

  private static RawJson jwk(Forge forge) {
    RawJson json = RawJson.empty();
    for (var member : PublicJwk.write(forge.algorithm(), forge.publicKey()).entrySet()) {
      json = json.withText(member.getKey(), member.getValue().toString());
    }
    return json.without("alg");
  }

  private static RawJson header(Forge forge) {
    return forge
        .header()
        .without("kid")
        .withText("typ", "dpop+jwt")
        .with("jwk", jwk(forge).toString());
  }

  /** RFC 9449 section 4.2. */
  private static RawJson claims() {
    return RawJson.empty()
        .withText("jti", "proof-1")
        .withText("htm", "POST")
        .withText("htu", READ_FILES.uri())
        .with("iat", "" + Forge.NOW)
        .withText("ath", ACCESS_TOKEN.hash());
  }

  private static CompactToken proof() {
    return forge().sign(header(forge()), claims());
  }

  private void verify(CompactToken proof) throws InvalidTokenException {
    verifier.verify(proof, READ_FILES, ACCESS_TOKEN, thumbprint(forge()));
  }

  private void assertRefused(String rule, CompactToken proof) {
    String message =
        String.valueOf(assertThrows(InvalidTokenException.class, () -> verify(proof)).getMessage());
    assertTrue(message.contains(rule), message);
  }

  /** RFC 9449 section 4.3, check by check. */
  static Stream<Change> changes() {
    Forge other = Forge.ofService(PROOF_SEED + 1, SigningAlgorithm.ES256);
    return Stream.of(
        Change.header("no typ", "as `typ`", h -> h.without("typ")),
        Change.header("access token", "as `typ`", h -> h.withText("typ", "at+jwt")),
        Change.header("workload proof", "as `typ`", h -> h.withText("typ", "wpt+jwt")),
        Change.header("alg none", "as `alg`", h -> h.withText("alg", "none")),
        Change.header("symmetric alg", "as `alg`", h -> h.withText("alg", "HS256")),
        Change.header("no jwk", "as `jwk`", h -> h.without("jwk")),
        Change.header("jwk of a stranger", "signature", h -> h.with("jwk", "" + jwk(other))),
        Change.header(
            "private jwk",
            "a private one",
            h -> h.with("jwk", "" + jwk(forge()).withText("d", "A"))),
        Change.header(
            "symmetric jwk",
            "as `jwk.kty`",
            h -> h.with("jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}")),
        Change.header("key elsewhere", "no `jku`", h -> h.withText("jku", "https://evil.example")),
        Change.header("unknown extension", "no `crit`", h -> h.with("crit", "[\"x\"]")),
        Change.claims("no jti", "as `jti`", c -> c.without("jti")),
        Change.claims("empty jti", "as `jti`", c -> c.withText("jti", "")),
        Change.claims("no htm", "as `htm`", c -> c.without("htm")),
        Change.claims("other method", "as `htm`", c -> c.withText("htm", "GET")),
        Change.claims("method in lower case", "as `htm`", c -> c.withText("htm", "post")),
        Change.claims("no htu", "as `htu`", c -> c.without("htu")),
        Change.claims(
            "other action",
            "as `htu`",
            c -> c.withText("htu", ProofTarget.call("files", "write").uri())),
        Change.claims(
            "other resource",
            "as `htu`",
            c -> c.withText("htu", ProofTarget.call("mail", "read").uri())),
        Change.claims("no iat", "as `iat`", c -> c.without("iat")),
        Change.claims("61 s old", "as `iat`", c -> c.with("iat", "" + (Forge.NOW - 61))),
        Change.claims("made tomorrow", "as `iat`", c -> c.with("iat", "" + (Forge.NOW + 1))),
        Change.claims("no ath", "as `ath`", c -> c.without("ath")),
        Change.claims("other token", "as `ath`", c -> c.withText("ath", "AAAA")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void proof_spoiled_isRefusedByItsRule(Change change) {
    assertRefused(
        change.rule(),
        forge().sign(change.header().apply(header(forge())), change.claims().apply(claims())));
  }

  @Test
  void proof_ofAKeyThatTheTokenIsNotBoundTo_isRefused() {
    Forge thief = Forge.ofService(PROOF_SEED + 1, SigningAlgorithm.ES256);
    assertRefused("that the token is bound to", thief.sign(header(thief), claims()));
  }

  @Test
  void proof_usedTwice_isRefusedTheSecondTime() throws InvalidTokenException {
    verify(proof());
    assertRefused("wasn't used before", proof());
  }

  @Test
  void proof_refusedFirst_isGoodLater() {
    String anotherKey = thumbprint(Forge.ofService(PROOF_SEED + 1, SigningAlgorithm.ES256));
    assertThrows(
        InvalidTokenException.class,
        () -> verifier.verify(proof(), READ_FILES, ACCESS_TOKEN, anotherKey));
    assertDoesNotThrow(() -> verify(proof()));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 60})
  void proof_withinItsTime_isAccepted(long age) {
    RawJson claims = claims().with("iat", "" + (Forge.NOW - age));
    assertDoesNotThrow(() -> verify(forge().sign(header(forge()), claims)));
  }

  /** The identifier is remembered as long as the proof could be good. */
  @Test
  void proof_usedInItsLastSecond_isRefusedInTheSame() throws InvalidTokenException {
    CompactToken old = forge().sign(header(forge()), claims().with("iat", "" + (Forge.NOW - 60)));
    verify(old);
    assertRefused("wasn't used before", old);
  }

  @ParameterizedTest
  @EnumSource
  void proof_ofAnyAlgorithm_isAccepted(SigningAlgorithm algorithm) {
    World any = new World(algorithm);
    Forge forge = forge(algorithm);
    assertDoesNotThrow(
        () ->
            any.service()
                .resourceServers()
                .dpopProofVerifier()
                .verify(
                    forge.sign(header(forge), claims()),
                    READ_FILES,
                    ACCESS_TOKEN,
                    thumbprint(forge)));
  }

  /** The example of RFC 9449 section 7.1, whose token is bound as in its section 6.1. */
  @Test
  void proof_ofTheStandard_isAccepted() {
    CompactToken proof =
        new CompactToken(
            "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgt"
                + "MzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFR"
                + "sY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS"
                + "2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9w"
                + "cm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05"
                + "yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1pl"
                + "emAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA");
    Clock then = Clock.fixed(Instant.ofEpochSecond(1_562_262_618L), ZoneOffset.UTC);
    assertDoesNotThrow(
        () ->
            TokenService.seeded(1, SigningAlgorithm.ES256, then)
                .resourceServers()
                .dpopProofVerifier()
                .verify(
                    proof,
                    new ProofTarget("GET", "https://resource.example.org/protectedresource"),
                    new CompactToken("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"),
                    "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));
  }

  /** Another implementation of the standard takes our proofs. */
  @Test
  void key_proves_whatAnotherImplementationTakes() throws Exception {
    WorkloadKey key = keyOfRobot(TokenService.seeded(1, SigningAlgorithm.ES256, Clock.systemUTC()));
    String thumbprint = PublicJwk.thumbprint(SigningAlgorithm.ES256, key.publicKey());
    SignedJWT proof = SignedJWT.parse(key.dpopProof(READ_FILES, ACCESS_TOKEN).value());
    assertDoesNotThrow(
        () ->
            new DPoPProtectedResourceRequestVerifier(Set.of(JWSAlgorithm.ES256), 60, 60, null)
                .verify(
                    READ_FILES.method(),
                    URI.create(READ_FILES.uri()),
                    new DPoPIssuer("robot"),
                    proof,
                    new DPoPAccessToken(ACCESS_TOKEN.value()),
                    new JWKThumbprintConfirmation(new Base64URL(thumbprint)),
                    null,
                    null));
  }

  private static WorkloadKey keyOfRobot(TokenService service) {
    service.registerWorkloadKey("robot");
    return service.workload("robot").key();
  }

  @Test
  void key_proves_withOneSignatureAndADifferentProofForEachCall() throws InvalidTokenException {
    WorkloadKey key = keyOfRobot(world.service());
    OperationCounts before = world.service().meter().counts();
    CompactToken first = key.dpopProof(READ_FILES, ACCESS_TOKEN);
    assertEquals(new OperationCounts(1, 0, 0), world.service().meter().counts().since(before));
    CompactToken second = key.dpopProof(READ_FILES, ACCESS_TOKEN);
    assertNotEquals(first, second);
    String thumbprint = PublicJwk.thumbprint(SigningAlgorithm.ES256, key.publicKey());
    verifier.verify(first, READ_FILES, ACCESS_TOKEN, thumbprint);
    verifier.verify(second, READ_FILES, ACCESS_TOKEN, thumbprint);
    assertEquals(new OperationCounts(2, 2, 0), world.service().meter().counts().since(before));
  }
}
