package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of others are read after a published key has verified them, and not otherwise. */
final class PublishedKeysTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  private static PublishedKeys published(JWK... keys) throws Exception {
    return PublishedKeys.read(
        new JWKSet(List.of(keys)).toString(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static CompactToken signed(String algorithm, String keyId, JWSSigner signer)
      throws Exception {
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(keyId).build(),
            new Payload(Map.of("sub", "dana")));
    token.sign(signer);
    return new CompactToken(token.serialize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS256", "RS512"})
  void tokenByRsa_isRead(String algorithm) throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
    CompactToken token = signed(algorithm, "one", new RSASSASigner(key));
    assertEquals("dana", published(key).verified(token).orElseThrow().text("sub"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-256", "P-384", "P-521"})
  void tokenByEllipticCurve_isRead(String curve) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.parse(curve)).keyID("one").generate();
    ECDSASigner signer = new ECDSASigner(key);
    String algorithm = signer.supportedJWSAlgorithms().iterator().next().getName();
    CompactToken token = signed(algorithm, "one", signer);
    assertEquals("dana", published(key).verified(token).orElseThrow().text("sub"));
  }

  /** RFC 8037 appendix A.4: the key, and a token that isn't a JSON object. */
  @Test
  void tokenByEd25519_isVerified() throws Exception {
    PublishedKeys keys =
        PublishedKeys.read(
            "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}",
            Clock.fixed(NOW, ZoneOffset.UTC));
    String start = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCj";
    String rest = "P0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    CompactToken good = new CompactToken(start + rest);
    assertThrows(InvalidTokenException.class, () -> keys.verified(good));
    CompactToken bad = new CompactToken(start.replace("hgyY", "hgyZ") + rest);
    assertTrue(keys.verified(bad).isEmpty());
  }

  @Test
  void tokenByAnotherKey_isNotRead() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    CompactToken token = signed("ES256", "one", new ECDSASigner(key));
    assertTrue(published(other).hasKeyOf(token));
    assertTrue(published(other).verified(token).isEmpty());
  }

  @Test
  void keyThatIsNotThere_isTold() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    CompactToken token = signed("ES256", "two", new ECDSASigner(key));
    assertFalse(published(key).hasKeyOf(token));
    assertTrue(published(key).verified(token).isEmpty());
  }

  /** RFC 7519 section 4.1.4 has it so for tokens: on or after. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void keyThatExpired_isNotThere(long seconds) throws Exception {
    ECKey key =
        new ECKeyGenerator(Curve.P_256)
            .keyID("one")
            .expirationTime(Date.from(NOW.plusSeconds(seconds)))
            .generate();
    CompactToken token = signed("ES256", "one", new ECDSASigner(key));
    assertEquals(seconds > 0, published(key).hasKeyOf(token));
  }

  /** RFC 8725 section 2.1: the public key as the secret of a symmetric algorithm. */
  @Test
  void tokenBySecret_isOpaque() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
    CompactToken token = signed("HS256", "one", new MACSigner(key.toRSAPublicKey().getEncoded()));
    assertFalse(PublishedKeys.isSigned(token));
    assertTrue(published(key).verified(token).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "r4nd0m", "a.b.c", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30."})
  void tokenOfNoSignature_isOpaque(String token) {
    assertFalse(PublishedKeys.isSigned(new CompactToken(token)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"keys\": 1}", "{\"keys\": [{}]}"})
  void noKeySet_isRefused(String json) {
    assertThrows(
        InvalidTokenException.class,
        () -> PublishedKeys.read(json, Clock.fixed(NOW, ZoneOffset.UTC)));
  }
}
