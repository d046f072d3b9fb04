package dev.onbehalf.token.jose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When a token holds: its dates against the clock (RFC 7519 sections 4.1.4 to 4.1.6). */
public final class TimeRules {
  private final Clock clock;
  private final long longestLifetime;
  private final long skew;

  public TimeRules(Clock clock, Duration longestLifetime, Duration skew) {
    this.clock = clock;
    this.longestLifetime = longestLifetime.toSeconds();
    this.skew = skew.toSeconds();
  }

  public void check(JsonObject claims) throws InvalidTokenException {
    long now = clock.instant().getEpochSecond();
    long issuedAt = claims.seconds("iat");
    long expiresAt = claims.seconds("exp");
    requireLater("exp", expiresAt, now - skew);
    requireNotLater("iat", issuedAt, now + skew);
    requireNotLater("nbf", claims.optionalSeconds("nbf").orElse(now), now + skew);
    requireShortLife(expiresAt - issuedAt);
  }

  // RFC 7519 section 4.1.4: not "on or after", so a token that expires now has expired
  private static void requireLater(String claim, long date, long now) throws InvalidTokenException {
    if (date <= now) {
      throw new InvalidTokenException(
          "expected `%s` after %s, found %s"
              .formatted(claim, Instant.ofEpochSecond(now), Instant.ofEpochSecond(date)));
    }
  }

  private static void requireNotLater(String claim, long date, long now)
      throws InvalidTokenException {
    if (date > now) {
      throw new InvalidTokenException(
          "expected `%s` not after %s, found %s"
              .formatted(claim, Instant.ofEpochSecond(now), Instant.ofEpochSecond(date)));
    }
  }

  private void requireShortLife(long lifetime) throws InvalidTokenException {
    if (lifetime > longestLifetime) {
      throw new InvalidTokenException(
          "expected a lifetime of at most %d seconds, found %d"
              .formatted(longestLifetime, lifetime));
    }
  }
}
