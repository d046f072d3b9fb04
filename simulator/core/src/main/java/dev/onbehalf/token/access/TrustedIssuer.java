package dev.onbehalf.token.access;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.SignatureVerifier;

/** An issuer whose access tokens a resource takes, by the issuer's own key alone. */
public record TrustedIssuer(SignatureVerifier signatures, ClaimsRules claims) {
  VerifiedToken verify(CompactToken token) throws InvalidTokenException {
    return claims.check(signatures.verify(token));
  }
}
