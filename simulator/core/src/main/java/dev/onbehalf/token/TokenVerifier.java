package dev.onbehalf.token;

/** The checks a resource server makes on an access token before it believes a word of it. */
public final class TokenVerifier {
  private final SignatureVerifier signatureVerifier;
  private final ClaimsRules claimsRules;

  TokenVerifier(SignatureVerifier signatureVerifier, ClaimsRules claimsRules) {
    this.signatureVerifier = signatureVerifier;
    this.claimsRules = claimsRules;
  }

  /**
   * Verifies the token for this resource (RFC 9068 section 4).
   *
   * @throws InvalidTokenException with the first rule that the token breaks
   */
  public VerifiedToken verify(CompactToken token) throws InvalidTokenException {
    return claimsRules.check(signatureVerifier.verify(token));
  }
}
