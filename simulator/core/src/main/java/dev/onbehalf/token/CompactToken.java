package dev.onbehalf.token;

/** A token in JWS compact serialization (RFC 7515 section 7.1) that nobody has verified yet. */
public record CompactToken(String value) {
  /** Header and payload only: a log line must not hold a usable token. */
  @Override
  public String toString() {
    int signature = value.lastIndexOf('.');
    return signature < 0 ? "(malformed token)" : value.substring(0, signature) + ".…";
  }
}
