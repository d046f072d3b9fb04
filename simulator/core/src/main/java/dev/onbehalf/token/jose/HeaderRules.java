package dev.onbehalf.token.jose;

import dev.onbehalf.text.PrintableText;
import java.util.List;

/** What the header of a token must say before its signature is looked at (RFC 8725 section 3). */
public record HeaderRules(TokenType type, SigningAlgorithm algorithm, String keyId) {
  // RFC 8725 section 3.10: never a key that the token brings or points at; RFC 7515 section 4.1.11,
  // RFC 7797 and RFC 7516 section 4.1.3: no extension of this service's tokens exists
  private static final List<String> FORBIDDEN =
      List.of("jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64", "zip");

  void check(JsonObject header) throws InvalidTokenException {
    // RFC 8725 section 3.1: the key decides on the algorithm, not the token
    header.requireText("alg", algorithm.headerValue());
    // RFC 7515 section 4.1.4, required here so that no token leaves the choice of key open
    header.requireText("kid", keyId);
    requireType(header);
    requireNoneOf(header, FORBIDDEN);
  }

  boolean hasKeyId(JsonObject header) throws InvalidTokenException {
    return header.text("kid").equals(keyId);
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
