package dev.onbehalf.token.jose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token in JWS compact serialization (RFC 7515 section 7.1) that nobody has verified yet. */
public record CompactToken(String value) {
  private static final Pattern THREE_PARTS =
      Pattern.compile("([A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++)\\.[A-Za-z0-9_-]++");

  /** Header and payload only: a log line must not hold a usable token. */
  @Override
  public String toString() {
    Matcher matcher = THREE_PARTS.matcher(value);
    return matcher.matches() ? matcher.group(1) + ".…" : "(malformed token)";
  }
}
