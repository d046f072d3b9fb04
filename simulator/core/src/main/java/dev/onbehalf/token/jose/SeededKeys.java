package dev.onbehalf.token.jose;

import java.util.LinkedHashMap;
import java.util.Map;

/** Signing keys that follow from seeds: making one takes long, so the latest are remembered. */
public final class SeededKeys {
  private static final int MOST = 8;
  private static final Map<Origin, SigningKey> LATEST = new LinkedHashMap<>();

  private SeededKeys() {}

  /** The same key for the same seed and algorithm, whoever the provider is. */
  public static SigningKey of(long seed, SigningAlgorithm algorithm, SigningProvider provider) {
    Origin origin = new Origin(seed, algorithm, provider);
    synchronized (LATEST) {
      SigningKey key = LATEST.computeIfAbsent(origin, SeededKeys::generate);
      if (LATEST.size() > MOST) {
        LATEST.remove(LATEST.keySet().iterator().next());
      }
      return key;
    }
  }

  private static SigningKey generate(Origin origin) {
    return SigningKey.generate(
        origin.algorithm(), origin.provider(), Randomness.seeded(origin.seed()));
  }

  private record Origin(long seed, SigningAlgorithm algorithm, SigningProvider provider) {}
}
