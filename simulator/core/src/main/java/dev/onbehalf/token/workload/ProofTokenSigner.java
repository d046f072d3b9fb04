package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.TokenSigner;
import dev.onbehalf.token.jose.TokenType;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs proofs of possession with a workload's own key. */
record ProofTokenSigner(TokenSigner signer, Clock clock, Supplier<String> ids) {
  static final Duration LIFETIME = Duration.ofMinutes(1);

  /** A workload proof token (draft-ietf-wimse-wpt-01 section 2). */
  CompactToken sign(CompactToken identityToken, String audience, CompactToken accessToken) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", audience);
    claims.put("exp", clock.instant().plus(LIFETIME).getEpochSecond());
    claims.put("jti", ids.get());
    claims.put("wth", identityToken.hash());
    claims.put("ath", accessToken.hash());
    return signer.sign(TokenType.WORKLOAD_PROOF, claims);
  }

  /** A DPoP proof (RFC 9449 section 4.2). */
  CompactToken signDpop(ProofTarget target, Optional<CompactToken> accessToken) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", ids.get());
    claims.put("htm", target.method());
    claims.put("htu", target.uri());
    claims.put("iat", clock.instant().getEpochSecond());
    accessToken.ifPresent(token -> claims.put("ath", token.hash()));
    return signer.sign(TokenType.DPOP_PROOF, claims);
  }
}
