package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.UsedIds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a workload proof token must say (draft-ietf-wimse-wpt-01 section 2). */
final class ProofTokenRules {
  private final String audience;
  private final Clock clock;
  private final UsedIds usedIds = new UsedIds();

  ProofTokenRules(String audience, Clock clock) {
    this.audience = audience;
    this.clock = clock;
  }

  void check(
      JsonObject claims,
      String agent,
      CompactToken identityToken,
      Optional<CompactToken> accessToken)
      throws InvalidTokenException {
    claims.requireText("aud", audience);
    claims.requireText("wth", identityToken.hash());
    requireBound(claims, accessToken);
    requireNoOther(claims);
    requireShortLife(claims);
    requireUnused(claims, agent);
  }

  /** Makes proofs that were used good for another time. */
  void forgetUses() {
    usedIds.forget();
  }

  // a proof for a call with an access token is none for a call without it
  private static void requireBound(JsonObject claims, Optional<CompactToken> accessToken)
      throws InvalidTokenException {
    if (accessToken.isPresent()) {
      claims.requireText("ath", accessToken.get().hash());
    } else if (claims.has("ath")) {
      throw new InvalidTokenException("expected the access token that `ath` is the hash of");
    }
  }

  // tokens that the call doesn't bring, or that are not understood here
  private static void requireNoOther(JsonObject claims) throws InvalidTokenException {
    for (String claim : List.of("tth", "oth")) {
      if (claims.has(claim)) {
        throw new InvalidTokenException("expected no `%s`".formatted(claim));
      }
    }
  }

  private void requireShortLife(JsonObject claims) throws InvalidTokenException {
    Instant now = clock.instant();
    long expiresAt = claims.seconds("exp");
    if (expiresAt <= now.getEpochSecond()
        || expiresAt > now.plus(ProofTokenSigner.LIFETIME).getEpochSecond()) {
      throw claims.unexpected(
          "exp", "a time within %d seconds".formatted(ProofTokenSigner.LIFETIME.toSeconds()));
    }
  }

  // the last of all checks: a proof that is refused isn't used up
  private void requireUnused(JsonObject claims, String agent) throws InvalidTokenException {
    String id = claims.identifier("jti");
    long now = clock.instant().getEpochSecond();
    if (!usedIds.use(agent + ' ' + id, claims.seconds("exp"), now)) {
      throw claims.unexpected("jti", "an identifier that wasn't used before");
    }
  }
}
