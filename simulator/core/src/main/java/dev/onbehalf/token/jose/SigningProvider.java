package dev.onbehalf.token.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** Who does the arithmetic of signatures; the tokens are good whoever it is. */
public enum SigningProvider {
  /** The Java runtime. */
  JDK,
  /** Amazon Corretto Crypto Provider: native code, for Linux alone. */
  ACCP;

  /** The fastest that works on this machine. */
  public static SigningProvider fastest() {
    return ACCP.obstacle().isEmpty() ? ACCP : JDK;
  }

  /** Why it doesn't work on this machine; empty when it does. */
  public Optional<String> obstacle() {
    return this == JDK ? Optional.empty() : Accp.OBSTACLE;
  }

  Signature signature(String type) throws GeneralSecurityException {
    Optional<Provider> provider = provider();
    return provider.isPresent()
        ? Signature.getInstance(type, provider.get())
        : Signature.getInstance(type);
  }

  /** The keys as the provider has them: it would convert foreign ones again and again. */
  public KeyPair imported(KeyPair pair) throws GeneralSecurityException {
    Optional<Provider> provider = provider();
    if (provider.isEmpty()) {
      return pair;
    }
    KeyFactory factory = KeyFactory.getInstance(pair.getPublic().getAlgorithm(), provider.get());
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded())),
        factory.generatePrivate(new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded())));
  }

  /** The public key as the provider has it. */
  public PublicKey imported(PublicKey key) {
    Optional<Provider> provider = provider();
    try {
      return provider.isEmpty() ? key : imported(key, provider.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot use the key", e);
    }
  }

  private static PublicKey imported(PublicKey key, Provider provider)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(key.getAlgorithm(), provider)
        .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
  }

  private Optional<Provider> provider() {
    return this == JDK ? Optional.empty() : Optional.of(Accp.provider());
  }
}
