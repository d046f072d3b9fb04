package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Signatures are those of the standards, which other implementations read and write. */
class JcaSignatureTest {
  private static final OperationMeter METER = new OperationMeter();

  // RFC 7515 appendix A.3
  private static final String ES256_INPUT =
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxl"
          + "LmNvbS9pc19yb290Ijp0cnVlfQ";
  private static final String ES256_SIGNATURE =
      "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

  // RFC 8037 appendices A.1 and A.4
  private static final String ED25519_INPUT =
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
  private static final String ED25519_SIGNATURE =
      "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

  private static PublicKey es256Key() throws JOSEException {
    return new ECKey.Builder(
            Curve.P_256,
            new Base64URL("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
            new Base64URL("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))
        .build()
        .toECPublicKey();
  }

  private static PublicKey ed25519Key() throws GeneralSecurityException {
    byte[] key = encoded("302a300506032b6570032100", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
  }

  private static PrivateKey ed25519PrivateKey() throws GeneralSecurityException {
    byte[] key =
        encoded("302e020100300506032b657004220420", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key));
  }

  // RFC 8410 sections 4 and 7: a fixed prefix, then the key
  private static byte[] encoded(String prefix, String key) {
    String octets = prefix + HexFormat.of().formatHex(new Base64URL(key).decode());
    return HexFormat.of().parseHex(octets);
  }

  private static boolean verify(
      SigningAlgorithm algorithm, PublicKey key, String input, String signature)
      throws JOSEException {
    return new JcaVerifier(algorithm, SigningProvider.JDK, key, METER)
        .verify(header(algorithm), Forge.utf8(input), new Base64URL(signature));
  }

  private static JWSHeader header(SigningAlgorithm algorithm) {
    return new JWSHeader(algorithm.jwsAlgorithm());
  }

  @Test
  void verify_changedVectors_areRefused() throws JOSEException, GeneralSecurityException {
    assertFalse(verify(SigningAlgorithm.ES256, es256Key(), ES256_INPUT + "A", ES256_SIGNATURE));
    assertFalse(
        verify(SigningAlgorithm.EDDSA, ed25519Key(), ED25519_INPUT + "A", ED25519_SIGNATURE));
    assertFalse(verify(SigningAlgorithm.ES256, es256Key(), ES256_INPUT, ED25519_SIGNATURE));
  }

  @Test
  void verify_vectorOfRfc7515_holds() throws JOSEException {
    assertTrue(verify(SigningAlgorithm.ES256, es256Key(), ES256_INPUT, ES256_SIGNATURE));
  }

  @Test
  void verify_vectorOfRfc8037_holds() throws JOSEException, GeneralSecurityException {
    assertTrue(verify(SigningAlgorithm.EDDSA, ed25519Key(), ED25519_INPUT, ED25519_SIGNATURE));
  }

  @Test
  void sign_vectorOfRfc8037_isReproduced() throws JOSEException, GeneralSecurityException {
    JcaSigner signer =
        new JcaSigner(
            SigningAlgorithm.EDDSA,
            SigningProvider.JDK,
            ed25519PrivateKey(),
            Randomness.seeded(1),
            METER);
    assertEquals(
        new Base64URL(ED25519_SIGNATURE),
        signer.sign(header(SigningAlgorithm.EDDSA), Forge.utf8(ED25519_INPUT)));
  }

  @Test
  void sign_es256AndRs256_holdForAnotherImplementation() throws JOSEException {
    Forge es256 = Forge.ofService(1, SigningAlgorithm.ES256);
    assertTrue(holds(es256, new ECDSAVerifier((ECPublicKey) es256.publicKey())));
    Forge rs256 = Forge.ofService(1, SigningAlgorithm.RS256);
    assertTrue(holds(rs256, new RSASSAVerifier((RSAPublicKey) rs256.publicKey())));
  }

  private static boolean holds(Forge forge, JWSVerifier verifier) throws JOSEException {
    return verifier.verify(header(forge.algorithm()), Forge.utf8("a.b"), forge.signature("a.b"));
  }
}
