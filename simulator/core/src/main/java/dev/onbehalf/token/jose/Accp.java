package dev.onbehalf.token.jose;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;

/** Amazon Corretto Crypto Provider, loaded when it is first asked for. */
final class Accp {
  /** Why the provider doesn't work here. */
  static final Optional<String> OBSTACLE;

  static {
    // Read when the provider's classes load; without it Ed25519 keys stay foreign.
    System.setProperty("com.amazon.corretto.crypto.provider.registerEdKeyFactory", "true");
    OBSTACLE = load();
  }

  private Accp() {}

  static Provider provider() {
    OBSTACLE.ifPresent(
        reason -> {
          throw new IllegalStateException(reason);
        });
    return AmazonCorrettoCryptoProvider.INSTANCE;
  }

  private static Optional<String> load() {
    try {
      AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      return Optional.of("its native code doesn't load here");
    }
  }
}
