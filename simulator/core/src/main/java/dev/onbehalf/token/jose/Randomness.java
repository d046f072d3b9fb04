package dev.onbehalf.token.jose;

import com.nimbusds.jose.util.Base64URL;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/** Random numbers that follow from a seed, and the identifiers and secrets made of them. */
public final class Randomness {
  // 43 characters, the fewest that RFC 7636 section 4.1 has for a verifier
  private static final int SECRET_LENGTH = 32;

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

  /** A secret that nobody guesses: of a client, of a code, and of one who asks for codes. */
  public static String secret(SecureRandom random) {
    byte[] secret = new byte[SECRET_LENGTH];
    random.nextBytes(secret);
    return Base64URL.encode(secret).toString();
  }
}
