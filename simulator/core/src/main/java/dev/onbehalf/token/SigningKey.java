package dev.onbehalf.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** A key pair, the one algorithm it is used with (RFC 8725 section 3.1), and its identifier. */
final class SigningKey {
  private static final int ED25519_KEY_LENGTH = 32;

  private final SigningAlgorithm algorithm;
  private final SigningProvider provider;
  private final KeyPair pair;
  private final String id;

  private SigningKey(
      SigningAlgorithm algorithm, SigningProvider provider, KeyPair pair, String id) {
    this.algorithm = algorithm;
    this.provider = provider;
    this.pair = pair;
    this.id = id;
  }

  static SigningKey generate(SigningAlgorithm algorithm, SecureRandom random) {
    return generate(algorithm, SigningProvider.JDK, random);
  }

  /** The same key for the same random numbers, whoever the provider is. */
  static SigningKey generate(
      SigningAlgorithm algorithm, SigningProvider provider, SecureRandom random) {
    try {
      KeyPair pair = algorithm.generateKeyPair(random);
      String id = thumbprint(algorithm, pair.getPublic());
      return new SigningKey(algorithm, provider, provider.imported(pair), id);
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot make a key", e);
    }
  }

  SigningAlgorithm algorithm() {
    return algorithm;
  }

  String id() {
    return id;
  }

  PublicKey publicKey() {
    return pair.getPublic();
  }

  JcaSigner signer(SecureRandom random, OperationMeter meter) {
    return new JcaSigner(algorithm, provider, pair.getPrivate(), random, meter);
  }

  JcaVerifier verifier(OperationMeter meter) {
    return new JcaVerifier(algorithm, provider, publicKey(), meter);
  }

  RawOperations rawOperations(CompactToken token, SecureRandom random)
      throws GeneralSecurityException {
    return new RawOperations(
        token,
        JcaSigner.setUp(algorithm, provider, pair.getPrivate(), random),
        JcaVerifier.setUp(algorithm, provider, publicKey()));
  }

  // RFC 7638 section 3, RFC 8037 section 2
  private static String thumbprint(SigningAlgorithm algorithm, PublicKey key) throws JOSEException {
    return jwk(algorithm, key).computeThumbprint().toString();
  }

  private static JWK jwk(SigningAlgorithm algorithm, PublicKey key) {
    return switch (algorithm) {
      case ES256 -> new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build();
      case RS256 -> new RSAKey.Builder((RSAPublicKey) key).build();
      case EDDSA -> new OctetKeyPair.Builder(Curve.Ed25519, rawEd25519(key)).build();
    };
  }

  // RFC 8410 section 4: a SubjectPublicKeyInfo ends with the 32 bytes of the key
  private static Base64URL rawEd25519(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Base64URL.encode(
        Arrays.copyOfRange(encoded, encoded.length - ED25519_KEY_LENGTH, encoded.length));
  }
}
