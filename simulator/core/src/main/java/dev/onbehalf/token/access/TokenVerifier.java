package dev.onbehalf.token.access;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import java.util.List;

/** The checks a resource server makes on an access token before it believes a word of it. */
public record TokenVerifier(List<TrustedIssuer> issuers) {
  public TokenVerifier {
    issuers = List.copyOf(issuers);
  }

  /**
   * Verifies the token for this resource (RFC 9068 section 4).
   *
   * @throws InvalidTokenException with the first rule that the token breaks
   */
  public VerifiedToken verify(CompactToken token) throws InvalidTokenException {
    return issuer(token).verify(token);
  }

  /** The issuer whose key the token names; a token that names none of them fails with the first. */
  private TrustedIssuer issuer(CompactToken token) throws InvalidTokenException {
    for (TrustedIssuer issuer : issuers.subList(1, issuers.size())) {
      if (issuer.signatures().isKeyOf(token)) {
        return issuer;
      }
    }
    return issuers.get(0);
  }
}
