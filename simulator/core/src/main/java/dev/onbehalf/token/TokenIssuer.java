package dev.onbehalf.token;

import com.nimbusds.jose.JWSSigner;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Signs access tokens in the profile of RFC 9068. */
final class TokenIssuer {
  // RFC 9068 section 2.1
  static final String TYPE = "at+jwt";

  private final String name;
  private final JwtSigner signer;
  private final Clock clock;
  private final Duration lifetime;
  private final Supplier<String> ids;
  private long issued;

  TokenIssuer(
      String name,
      SigningKey key,
      JWSSigner signer,
      Clock clock,
      Duration lifetime,
      Supplier<String> ids) {
    this.name = name;
    this.signer = JwtSigner.of(TYPE, key, signer);
    this.clock = clock;
    this.lifetime = lifetime;
    this.ids = ids;
  }

  /** The number of tokens issued so far. */
  long issued() {
    return issued;
  }

  IssuedToken issue(TokenDraft draft) {
    long now = clock.instant().getEpochSecond();
    long expiresAt = Math.min(now + lifetime.toSeconds(), draft.notAfter().getEpochSecond());
    CompactToken token = signer.sign(claims(draft, now, expiresAt));
    issued++;
    return new IssuedToken(token, expiresAt - now, draft.scope());
  }

  // RFC 9068 section 2.2
  private Map<String, Object> claims(TokenDraft draft, long now, long expiresAt) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", name);
    claims.put("sub", draft.subject());
    claims.put("aud", draft.audience());
    claims.put("client_id", draft.clientId());
    claims.put("iat", now);
    claims.put("exp", expiresAt);
    claims.put("jti", ids.get());
    if (!draft.scope().isEmpty()) {
      claims.put("scope", String.join(" ", draft.scope()));
    }
    draft.actor().ifPresent(actor -> claims.put("act", actor.toClaim()));
    draft.mayAct().ifPresent(actor -> claims.put("may_act", actor.toClaim()));
    return claims;
  }
}
