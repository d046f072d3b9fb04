package dev.onbehalf.token.jose;

import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key pair, the one algorithm it is used with (RFC 8725 section 3.1), and its identifier. */
public final class SigningKey {
  private static final int MOST_SEEDED = 8;
  private static final Map<Origin, SigningKey> SEEDED = new LinkedHashMap<>();

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

  public static SigningKey generate(SigningAlgorithm algorithm, SecureRandom random) {
    return generate(algorithm, SigningProvider.JDK, random);
  }

  /** The same key for the same random numbers, whoever the provider is. */
  public static SigningKey generate(
      SigningAlgorithm algorithm, SigningProvider provider, SecureRandom random) {
    try {
      KeyPair pair = algorithm.generateKeyPair(random);
      String id = PublicJwk.thumbprint(algorithm, pair.getPublic());
      return new SigningKey(algorithm, provider, provider.imported(pair), id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot make a key", e);
    }
  }

  /**
   * The same key for the same seed and algorithm, whoever the provider is; making one takes long,
   * so the latest are remembered.
   */
  public static SigningKey seeded(long seed, SigningAlgorithm algorithm, SigningProvider provider) {
    synchronized (SEEDED) {
      SigningKey key =
          SEEDED.computeIfAbsent(new Origin(seed, algorithm, provider), SigningKey::generate);
      if (SEEDED.size() > MOST_SEEDED) {
        SEEDED.remove(SEEDED.keySet().iterator().next());
      }
      return key;
    }
  }

  private static SigningKey generate(Origin origin) {
    return generate(origin.algorithm(), origin.provider(), Randomness.seeded(origin.seed()));
  }

  private record Origin(long seed, SigningAlgorithm algorithm, SigningProvider provider) {}

  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  public SigningProvider provider() {
    return provider;
  }

  String id() {
    return id;
  }

  public PublicKey publicKey() {
    return pair.getPublic();
  }

  /** The public key as JSON, for whoever is to verify. */
  public Map<String, Object> publicJwk() {
    return PublicJwk.write(algorithm, publicKey());
  }

  /** The public key as the header of a token brings it (RFC 7515 section 4.1.3). */
  JWK embeddableJwk() {
    return PublicJwk.jwk(algorithm, publicKey());
  }

  public JcaSigner signer(SecureRandom random, OperationMeter meter) {
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
}
