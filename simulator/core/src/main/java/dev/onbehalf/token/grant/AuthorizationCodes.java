package dev.onbehalf.token.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The authorization codes that wait to be redeemed, each once (RFC 6749 section 4.1.2). */
public final class AuthorizationCodes {
  /** Far below the ten minutes that RFC 6749 section 4.1.2 has as the most. */
  static final Duration LIFETIME = Duration.ofMinutes(1);

  private final Clock clock;
  private final Supplier<String> secrets;
  private final Map<String, Issued> issued = new HashMap<>();

  public AuthorizationCodes(Clock clock, Supplier<String> secrets) {
    this.clock = clock;
    this.secrets = secrets;
  }

  String issue(Authorization authorization) {
    Instant now = clock.instant();
    forgetExpired(now);
    String code = secrets.get();
    issued.put(code, new Issued(authorization, now.plus(LIFETIME)));
    return code;
  }

  /**
   * What the code stands for, if it is the client's and still good; whatever comes of it, the
   * client can't use it again. Another client's attempt spoils nothing.
   */
  Optional<Authorization> redeem(String code, String client) {
    forgetExpired(clock.instant());
    return Optional.ofNullable(issued.get(code))
        .map(Issued::authorization)
        .filter(authorization -> authorization.client().equals(client))
        .filter(authorization -> issued.remove(code) != null);
  }

  private void forgetExpired(Instant now) {
    issued.values().removeIf(code -> !code.expiresAt().isAfter(now));
  }

  private record Issued(Authorization authorization, Instant expiresAt) {}
}
