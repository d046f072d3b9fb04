package dev.onbehalf.token;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Issues access tokens in the profile of RFC 9068. */
final class TokenIssuer {
  private final String name;
  private final TokenSigner signer;
  private final Clock clock;
  private final Duration lifetime;
  private final Supplier<String> ids;

  TokenIssuer(
      String name, TokenSigner signer, Clock clock, Duration lifetime, Supplier<String> ids) {
    this.name = name;
    this.signer = signer;
    this.clock = clock;
    this.lifetime = lifetime;
    this.ids = ids;
  }

  IssuedToken issue(TokenDraft draft) {
    long now = clock.instant().getEpochSecond();
    long expiresAt = Math.min(now + lifetime.toSeconds(), draft.notAfter().getEpochSecond());
    CompactToken token = signer.sign(TokenType.ACCESS_TOKEN, claims(draft, now, expiresAt));
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
    if (!draft.context().isEmpty()) {
      claims.put(RunContext.CLAIM, draft.context().toClaim());
    }
    if (!draft.stepProofs().isEmpty()) {
      claims.put(StepProofChain.CLAIM, draft.stepProofs().toClaim());
    }
    return claims;
  }
}
