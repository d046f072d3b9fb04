package dev.onbehalf.token.jose;

import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Optional;

/** What the header of a token must say before its signature is looked at (RFC 8725 section 3). */
public record HeaderRules(TokenType type, SigningAlgorithm algorithm, Optional<String> keyId) {
  // RFC 8725 section 3.10: never a key that the token points at; RFC 7515 section 4.1.11,
  // RFC 7797 and RFC 7516 section 4.1.3: no extension of this service's tokens exists
  private static final List<String> FORBIDDEN =
      List.of("jku", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64", "zip");

  /** Rules for tokens by a key that is known by its identifier. */
  public HeaderRules(TokenType type, SigningAlgorithm algorithm, String keyId) {
    this(type, algorithm, Optional.of(keyId));
  }

  /** Rules for tokens that bring the key that they are verified by (RFC 9449 section 4.2). */
  static HeaderRules ofTokensWithTheirKey(TokenType type, SigningAlgorithm algorithm) {
    return new HeaderRules(type, algorithm, Optional.empty());
  }

  void check(JsonObject header) throws InvalidTokenException {
    // RFC 8725 section 3.1: the key decides on the algorithm, not the token
    header.requireText("alg", algorithm.headerValue());
    if (keyId.isPresent()) {
      // RFC 7515 section 4.1.4, required here so that no token leaves the choice of key open
      header.requireText("kid", keyId.get());
      // RFC 8725 section 3.10: never a key that the token brings
      requireNoneOf(header, List.of("jwk"));
    }
    requireType(header);
    requireNoneOf(header, FORBIDDEN);
  }

  boolean hasKeyId(JsonObject header) throws InvalidTokenException {
    return keyId.equals(Optional.of(header.text("kid")));
  }

  private void requireType(JsonObject header) throws InvalidTokenException {
    // RFC 9068 section 4 and RFC 8725 section 3.11: no other kind of token passes for this one
    if (!type.isNamedBy(header.text("typ"))) {
      throw header.unexpected("typ", PrintableText.quoted(type.headerValue()));
    }
  }

  private static void requireNoneOf(JsonObject header, List<String> forbidden)
      throws InvalidTokenException {
    for (String member : forbidden) {
      if (header.has(member)) {
        throw new InvalidTokenException("expected no `%s` in the header".formatted(member));
      }
    }
  }
}
