package dev.onbehalf.simulation.workload;

import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.SigningAlgorithm;

/**
 * Stated costs of signing and verifying, so that figures made of them are the same on every
 * machine: CPU milliseconds of one core for a signature over 300 bytes with the provider of JDK 17,
 * medians under JMH 1.37 with a reused {@link java.security.Signature}.
 */
public final class NominalCosts {
  private NominalCosts() {}

  /** Milliseconds for one signature. */
  static double signMillis(SigningAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> 0.42;
      case RS256 -> 0.80;
      case EDDSA -> 0.47;
    };
  }

  /** Milliseconds for one verification. */
  static double verifyMillis(SigningAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> 0.81;
      case RS256 -> 0.033;
      case EDDSA -> 0.47;
    };
  }

  /** Seconds for so many signatures and verifications. */
  public static double seconds(OperationCounts counts, SigningAlgorithm algorithm) {
    return (counts.signatures() * signMillis(algorithm)
            + counts.verifications() * verifyMillis(algorithm))
        / 1_000;
  }
}
