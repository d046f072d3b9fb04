package dev.onbehalf.token.jose;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/** Random numbers that follow from a seed, and identifiers made of them. */
public final class Randomness {
  private Randomness() {}

  // this generator alone lets a seed set before the first use replace the system's entropy
  public static SecureRandom seeded(long seed) {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(seed);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA1PRNG", e);
    }
  }

  /** Numbers of their own, so that how many one part takes changes nothing for the others. */
  public static SecureRandom apartFrom(SecureRandom random) {
    return seeded(random.nextLong());
  }

  public static String id(SecureRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
