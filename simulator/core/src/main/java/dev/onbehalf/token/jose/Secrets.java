package dev.onbehalf.token.jose;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Secrets that nobody guesses: of clients, of codes, and of those who ask for codes. */
public record Secrets(SecureRandom random) implements Supplier<String> {
  // 43 characters, the fewest that RFC 7636 section 4.1 has for a verifier
  private static final int LENGTH = 32;

  @Override
  public String get() {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    return Base64URL.encode(secret).toString();
  }
}
