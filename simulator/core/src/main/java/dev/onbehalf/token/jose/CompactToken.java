package dev.onbehalf.token.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token in JWS compact serialization (RFC 7515 section 7.1) that nobody has verified yet. */
public record CompactToken(String value) {
  private static final Pattern THREE_PARTS =
      Pattern.compile("([A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++)\\.[A-Za-z0-9_-]++");

  /** The hash by which another token names it: base64url of SHA-256 (RFC 9449 section 4.2). */
  public String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  /** Header and payload only: a log line must not hold a usable token. */
  @Override
  public String toString() {
    Matcher matcher = THREE_PARTS.matcher(value);
    return matcher.matches() ? matcher.group(1) + ".…" : "(malformed token)";
  }
}
