package dev.onbehalf.token;

/** An issuer whose access tokens a resource takes, by the issuer's own key alone. */
record TrustedIssuer(SignatureVerifier signatures, ClaimsRules claims) {
  VerifiedToken verify(CompactToken token) throws InvalidTokenException {
    return claims.check(signatures.verify(token));
  }
}
