package dev.onbehalf.token;

/** The checks a resource server makes on an access token before it believes a word of it. */
@SuppressWarnings("DoNotCallSuggester")
public final class TokenVerifier {
  TokenVerifier() {}

  /**
   * Verifies the token for this resource.
   *
   * @throws InvalidTokenException with the first rule that the token breaks
   */
  public VerifiedToken verify(CompactToken token) throws InvalidTokenException {
    throw new InvalidTokenException(token.toString());
  }
}
