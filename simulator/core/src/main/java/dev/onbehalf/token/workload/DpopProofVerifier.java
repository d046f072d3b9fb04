package dev.onbehalf.token.workload;

import dev.onbehalf.text.PrintableText;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.EmbeddedKeyVerifier;
import dev.onbehalf.token.jose.EmbeddedKeyVerifier.SignedByKey;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.UsedIds;
import java.time.Clock;
import java.time.Duration;

/** The checks of one server on DPoP proofs (RFC 9449 section 4.3). */
public final class DpopProofVerifier {
  /** The header of a request that the proof comes in. */
  public static final String HEADER = "DPoP";

  static final Duration LONGEST_AGE = Duration.ofMinutes(1);

  private final EmbeddedKeyVerifier signatures;
  private final Clock clock;
  private final UsedIds usedIds = new UsedIds();

  DpopProofVerifier(EmbeddedKeyVerifier signatures, Clock clock) {
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * The thumbprint of the key that the sender of a request without an access token has. A proof is
   * good for one request.
   *
   * @throws InvalidTokenException with the first rule that the proof breaks
   */
  public String verify(CompactToken proof, ProofTarget target) throws InvalidTokenException {
    SignedByKey signed = signatures.verify(proof);
    requireFreshFor(target, signed.claims());
    requireUnused(signed);
    return signed.thumbprint();
  }

  /**
   * Verifies that the sender of a request has the key that the access token is bound to.
   *
   * @param boundTo the thumbprint of that key
   * @throws InvalidTokenException with the first rule that the proof breaks
   */
  public void verify(
      CompactToken proof, ProofTarget target, CompactToken accessToken, String boundTo)
      throws InvalidTokenException {
    SignedByKey signed = signatures.verify(proof);
    requireFreshFor(target, signed.claims());
    signed.claims().requireText("ath", accessToken.hash());
    requireKey(signed, boundTo);
    requireUnused(signed);
  }

  private void requireFreshFor(ProofTarget target, JsonObject claims) throws InvalidTokenException {
    claims.requireText("htm", target.method());
    claims.requireText("htu", target.uri());
    long now = clock.instant().getEpochSecond();
    long issuedAt = claims.seconds("iat");
    if (issuedAt > now || issuedAt < now - LONGEST_AGE.toSeconds()) {
      throw claims.unexpected(
          "iat", "a time at most %d seconds ago".formatted(LONGEST_AGE.toSeconds()));
    }
  }

  private static void requireKey(SignedByKey signed, String boundTo) throws InvalidTokenException {
    if (!signed.thumbprint().equals(boundTo)) {
      throw new InvalidTokenException(
          "expected a proof of the key %s that the token is bound to, found one of %s"
              .formatted(PrintableText.quoted(boundTo), PrintableText.quoted(signed.thumbprint())));
    }
  }

  // the last of all checks: a proof that is refused isn't used up
  private void requireUnused(SignedByKey signed) throws InvalidTokenException {
    String id = signed.thumbprint() + ' ' + signed.claims().identifier("jti");
    long goodUntil = signed.claims().seconds("iat") + LONGEST_AGE.toSeconds() + 1;
    if (!usedIds.use(id, goodUntil, clock.instant().getEpochSecond())) {
      throw signed.claims().unexpected("jti", "an identifier that wasn't used before");
    }
  }

  /** Makes proofs that were used good for another time, so that one call can be repeated. */
  public void forgetUses() {
    usedIds.forget();
  }
}
