package dev.onbehalf.token.jose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** From when to when a token is to hold, in seconds since 1970 (RFC 7519 section 2). */
public record Validity(long issuedAt, long expiresAt) {
  /** From now on for the lifetime, but not beyond the instant. */
  public static Validity of(Clock clock, Duration lifetime, Instant notAfter) {
    long now = clock.instant().getEpochSecond();
    return new Validity(now, Math.min(now + lifetime.toSeconds(), notAfter.getEpochSecond()));
  }

  public long seconds() {
    return expiresAt - issuedAt;
  }

  public void putInto(Map<String, Object> claims) {
    claims.put("iat", issuedAt);
    claims.put("exp", expiresAt);
  }
}
