package dev.onbehalf.token.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.token.World;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.Forge;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.PublicJwk;
import dev.onbehalf.token.jose.RawJson;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call is an agent's own only with a fresh proof by the very key that the issuer vouches for. */
class WorkloadVerifierTest {
  private static final CompactToken ACCESS_TOKEN = new CompactToken("access.token.here");
  private static final long PROOF_SEED = 99;

  private final World world = World.fresh();
  private final WorkloadVerifier verifier =
      world.service().resourceServers().workloadVerifierFor("files");

  /** A change of either token, and a part of the message that names the rule it breaks. */
  private record Change(
      String name,
      String rule,
      UnaryOperator<RawJson> identityHeader,
      UnaryOperator<RawJson> identityClaims,
      UnaryOperator<RawJson> proofHeader,
      UnaryOperator<RawJson> proofClaims) {

    static Change identityHeader(String name, String rule, UnaryOperator<RawJson> change) {
      return new Change(name, rule, change, same(), same(), same());
    }

    static Change identity(String name, String rule, UnaryOperator<RawJson> change) {
      return new Change(name, rule, same(), change, same(), same());
    }

    static Change proofHeader(String name, String rule, UnaryOperator<RawJson> change) {
      return new Change(name, rule, same(), same(), change, same());
    }

    static Change proof(String name, String rule, UnaryOperator<RawJson> change) {
      return new Change(name, rule, same(), same(), same(), change);
    }

    private static UnaryOperator<RawJson> same() {
      return UnaryOperator.identity();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Forge forge(SigningAlgorithm algorithm) {
    return Forge.ofService(PROOF_SEED, algorithm);
  }

  private static String jwk(SigningAlgorithm algorithm) {
    RawJson json = RawJson.empty();
    for (var member : PublicJwk.write(algorithm, forge(algorithm).publicKey()).entrySet()) {
      json = json.withText(member.getKey(), member.getValue().toString());
    }
    return json.toString();
  }

  private static RawJson identityClaims(SigningAlgorithm algorithm) {
    return RawJson.empty()
        .withText("iss", Forge.ISSUER)
        .withText("sub", "https://agents.example/bar")
        .with("iat", "" + Forge.NOW)
        .with("exp", "" + (Forge.NOW + Forge.LIFETIME))
        .withText("jti", "identity-1")
        .with("cnf", "{\"jwk\":" + jwk(algorithm) + "}");
  }

  private static RawJson proofClaims(CompactToken identity) {
    return RawJson.empty()
        .withText("aud", "files")
        .with("exp", "" + (Forge.NOW + 60))
        .withText("jti", "proof-1")
        .withText("wth", identity.hash())
        .withText("ath", ACCESS_TOKEN.hash());
  }

  private static RawJson proofHeader(SigningAlgorithm algorithm) {
    return forge(algorithm).header().withText("typ", "wpt+jwt");
  }

  private static CompactToken identity(Forge service, Change change) {
    return service.sign(
        change.identityHeader().apply(service.header().withText("typ", "wit+jwt")),
        change.identityClaims().apply(identityClaims(service.algorithm())));
  }

  private static CompactToken identity(Forge service) {
    return identity(service, Change.proof("none", "", UnaryOperator.identity()));
  }

  private static CompactToken proof(CompactToken identity, SigningAlgorithm algorithm) {
    return forge(algorithm).sign(proofHeader(algorithm), proofClaims(identity));
  }

  private void assertRefused(String rule, CompactToken identity, CompactToken proof) {
    assertRefused(rule, identity, proof, Optional.of(ACCESS_TOKEN));
  }

  private void assertRefused(
      String rule, CompactToken identity, CompactToken proof, Optional<CompactToken> access) {
    String message =
        String.valueOf(
            assertThrows(
                    InvalidTokenException.class, () -> verifier.verify(identity, proof, access))
                .getMessage());
    assertTrue(message.contains(rule), message);
  }

  static Stream<Change> changes() {
    return Stream.of(identityChanges(), keyChanges(), proofChanges()).flatMap(List::stream);
  }

  private static List<Change> identityChanges() {
    return List.of(
        Change.identityHeader("access token", "as `typ`", h -> h.withText("typ", "at+jwt")),
        Change.identityHeader("proof as identity", "as `typ`", h -> h.withText("typ", "wpt+jwt")),
        Change.identityHeader("no kid", "as `kid`", h -> h.without("kid")),
        Change.identityHeader("alg none", "as `alg`", h -> h.withText("alg", "none")),
        Change.identity("other issuer", "as `iss`", c -> c.withText("iss", "https://evil.example")),
        Change.identity("no issuer", "as `iss`", c -> c.without("iss")),
        Change.identity("no subject", "as `sub`", c -> c.without("sub")),
        Change.identity("bare name", "the URI of an agent", c -> c.withText("sub", "bar")),
        Change.identity(
            "other name space", "URI of an agent", c -> c.withText("sub", "https://x.example/bar")),
        Change.identity("expires now", "`exp` after", c -> c.with("exp", "" + Forge.NOW)),
        Change.identity("no exp", "as `exp`", c -> c.without("exp")));
  }

  private static List<Change> keyChanges() {
    return List.of(
        Change.identity("no cnf", "as `cnf`", c -> c.without("cnf")),
        Change.identity("no jwk", "as `cnf.jwk`", c -> c.with("cnf", "{}")),
        Change.identity("thumbprint", "as `cnf.jwk`", c -> c.with("cnf", "{\"jkt\":\"x\"}")),
        jwk("other alg", "alg", "\"alg\":\"ES256\"", "\"alg\":\"RS256\""),
        jwk("no alg", "alg", "\"alg\":\"ES256\",", ""),
        jwk("other type", "kty", "\"kty\":\"EC\"", "\"kty\":\"oct\""),
        jwk("other curve", "crv", "\"crv\":\"P-256\"", "\"crv\":\"P-384\""),
        jwk("leading zeros", "32 octets", "\"x\":\"", "\"x\":\"AAAA"),
        offCurve());
  }

  private static Change jwk(String name, String rule, String from, String to) {
    String changed = jwk(SigningAlgorithm.ES256).replace(from, to);
    return Change.identity(name, rule, c -> c.with("cnf", "{\"jwk\":" + changed + "}"));
  }

  private static Change offCurve() {
    String swapped =
        jwk(SigningAlgorithm.ES256)
            .replace("\"x\":", "\"z\":")
            .replace("\"y\":", "\"x\":")
            .replace("\"z\":", "\"y\":");
    return Change.identity(
        "coordinates swapped",
        "usable public key",
        c -> c.with("cnf", "{\"jwk\":" + swapped + "}"));
  }

  private static List<Change> proofChanges() {
    return List.of(
        Change.proofHeader("identity as proof", "as `typ`", h -> h.withText("typ", "wit+jwt")),
        Change.proofHeader("no typ", "as `typ`", h -> h.without("typ")),
        Change.proofHeader("no kid", "as `kid`", h -> h.without("kid")),
        Change.proofHeader("other alg", "as `alg`", h -> h.withText("alg", "RS256")),
        Change.proofHeader("own key", "no `jwk`", h -> h.with("jwk", jwk(SigningAlgorithm.ES256))),
        Change.proof("other resource", "as `aud`", c -> c.withText("aud", "mail")),
        Change.proof("no resource", "as `aud`", c -> c.without("aud")),
        Change.proof("expires now", "as `exp`", c -> c.with("exp", "" + Forge.NOW)),
        Change.proof("lives 61 s", "as `exp`", c -> c.with("exp", "" + (Forge.NOW + 61))),
        Change.proof("no exp", "as `exp`", c -> c.without("exp")),
        Change.proof("no jti", "as `jti`", c -> c.without("jti")),
        Change.proof("empty jti", "as `jti`", c -> c.withText("jti", "")),
        Change.proof("other identity", "as `wth`", c -> c.withText("wth", "AAAA")),
        Change.proof("no wth", "as `wth`", c -> c.without("wth")),
        Change.proof("other access token", "as `ath`", c -> c.withText("ath", "AAAA")),
        Change.proof("no ath", "as `ath`", c -> c.without("ath")),
        Change.proof("transaction token", "no `tth`", c -> c.withText("tth", "AAAA")),
        Change.proof("other tokens", "no `oth`", c -> c.with("oth", "{}")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void verify_spoiled_isRefusedByItsRule(Change change) {
    CompactToken identity = identity(world.forge(), change);
    Forge workload = forge(SigningAlgorithm.ES256);
    CompactToken proof =
        workload.sign(
            change.proofHeader().apply(proofHeader(SigningAlgorithm.ES256)),
            change.proofClaims().apply(proofClaims(identity)));
    assertRefused(change.rule(), identity, proof);
  }

  @Test
  void verify_identitySignedByTheWorkload_isRefused() {
    CompactToken identity =
        forge(SigningAlgorithm.ES256)
            .sign(
                world.forge().header().withText("typ", "wit+jwt"),
                identityClaims(SigningAlgorithm.ES256));
    assertRefused(
        "signature of the token service", identity, proof(identity, SigningAlgorithm.ES256));
  }

  @Test
  void verify_proofByAnotherKey_isRefused() {
    CompactToken identity = identity(world.forge());
    CompactToken proof =
        Forge.ofService(PROOF_SEED + 1, SigningAlgorithm.ES256)
            .sign(proofHeader(SigningAlgorithm.ES256), proofClaims(identity));
    assertRefused("signature of the workload", identity, proof);
  }

  @Test
  void verify_withoutTheAccessToken_isRefused() {
    CompactToken identity = identity(world.forge());
    CompactToken proof = proof(identity, SigningAlgorithm.ES256);
    assertRefused("the access token", identity, proof, Optional.empty());
  }

  @Test
  void verify_sameProofTwice_isRefusedTheSecondTime() throws InvalidTokenException {
    CompactToken identity = identity(world.forge());
    CompactToken proof = proof(identity, SigningAlgorithm.ES256);
    verifier.verify(identity, proof, Optional.of(ACCESS_TOKEN));
    assertRefused("wasn't used before", identity, proof);
  }

  @Test
  void verify_proofRefusedFirst_isGoodLater() throws InvalidTokenException {
    CompactToken identity = identity(world.forge());
    CompactToken proof = proof(identity, SigningAlgorithm.ES256);
    assertRefused("the access token", identity, proof, Optional.empty());
    assertEquals("bar", verifier.verify(identity, proof, Optional.of(ACCESS_TOKEN)).agent());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 60})
  void verify_proofWithinItsTime_isAccepted(long seconds) throws InvalidTokenException {
    CompactToken identity = identity(world.forge());
    CompactToken proof =
        forge(SigningAlgorithm.ES256)
            .sign(
                proofHeader(SigningAlgorithm.ES256),
                proofClaims(identity).with("exp", "" + (Forge.NOW + seconds)));
    assertEquals("bar", verifier.verify(identity, proof, Optional.of(ACCESS_TOKEN)).agent());
  }

  @ParameterizedTest
  @EnumSource
  void verify_ofAnyAlgorithm_namesTheAgent(SigningAlgorithm algorithm)
      throws InvalidTokenException {
    World any = new World(algorithm);
    CompactToken identity = identity(any.forge());
    assertEquals(
        "bar",
        any.service()
            .resourceServers()
            .workloadVerifierFor("files")
            .verify(identity, proof(identity, algorithm), Optional.of(ACCESS_TOKEN))
            .agent());
  }

  @Test
  void key_ofWorkload_takesTwoSignaturesAndARoundTrip() throws InvalidTokenException {
    world.service().registerWorkloadKey("robot/7");
    WorkloadKey key = world.service().workload("robot/7").key();
    OperationCounts before = world.service().meter().counts();
    CompactToken identity = key.identityToken();
    CompactToken proof = key.proof(identity, "files", ACCESS_TOKEN);
    assertEquals(new OperationCounts(2, 0, 1), world.service().meter().counts().since(before));
    assertEquals("robot/7", verifier.verify(identity, proof, Optional.of(ACCESS_TOKEN)).agent());
    assertEquals(new OperationCounts(2, 2, 1), world.service().meter().counts().since(before));
  }

  @Test
  void identityToken_asAccessToken_isRefused() {
    world.service().registerWorkloadKey("robot");
    CompactToken identity = world.service().workload("robot").key().identityToken();
    assertThrows(InvalidTokenException.class, () -> world.atFiles(identity));
  }

  @Test
  void registerKey_nameOfUser_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> world.service().registerWorkloadKey("alice"));
  }
}
