package dev.onbehalf.token.grant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import dev.onbehalf.token.access.RunContext;
import dev.onbehalf.token.jose.ExpiringMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The authorization codes that wait to be redeemed, each once (RFC 6749 section 4.1.2). */
public final class AuthorizationCodes {
  /** Far below the ten minutes that RFC 6749 section 4.1.2 has as the most. */
  static final Duration LIFETIME = Duration.ofMinutes(1);

  private final Clock clock;
  private final Supplier<String> secrets;
  private final ExpiringMap<Instant, Authorization> issued = new ExpiringMap<>();

  public AuthorizationCodes(Clock clock, Supplier<String> secrets) {
    this.clock = clock;
    this.secrets = secrets;
  }

  String issue(Authorization authorization) {
    Instant now = clock.instant();
    issued.forgetExpired(now);
    String code = secrets.get();
    issued.add(code, authorization, now.plus(LIFETIME));
    return code;
  }

  /**
   * What the code stands for, if it is the client's and still good; whatever comes of it, the
   * client can't use it again. Another client's attempt spoils nothing.
   */
  Optional<Authorization> redeem(String code, String client) {
    issued.forgetExpired(clock.instant());
    Optional<Authorization> redeemed =
        issued.find(code).filter(authorization -> authorization.client().equals(client));
    redeemed.ifPresent(authorization -> issued.remove(code));
    return redeemed;
  }

  /** What a user let a client have, and what the client must know to get it. */
  record Authorization(
      String user,
      RunContext login,
      String client,
      String resource,
      List<String> scope,
      CodeChallenge challenge) {
    Authorization {
      scope = List.copyOf(scope);
    }
  }
}
