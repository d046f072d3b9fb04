package dev.onbehalf.token;

import java.util.List;
import java.util.regex.Pattern;

/** What the header of a token must say before its signature is looked at (RFC 8725 section 3). */
final class HeaderRules {
  // RFC 9068 section 4 names both spellings; media types know no case (RFC 2045 section 5.1)
  private static final Pattern ACCESS_TOKEN_TYPE =
      Pattern.compile("(?i:(?:application/)?at\\+jwt)");

  // RFC 8725 section 3.10: never a key that the token brings or points at; RFC 7515 section 4.1.11,
  // RFC 7797 and RFC 7516 section 4.1.3: no extension of this service's tokens exists
  private static final List<String> FORBIDDEN =
      List.of("jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64", "zip");

  private final SigningAlgorithm algorithm;
  private final String keyId;

  HeaderRules(SigningAlgorithm algorithm, String keyId) {
    this.algorithm = algorithm;
    this.keyId = keyId;
  }

  void check(JsonObject header) throws InvalidTokenException {
    // RFC 8725 section 3.1: the key decides on the algorithm, not the token
    requireEqual(header, "alg", algorithm.headerValue());
    // RFC 7515 section 4.1.4, required here so that no token leaves the choice of key open
    requireEqual(header, "kid", keyId);
    requireType(header);
    requireNoneOf(header, FORBIDDEN);
  }

  private static void requireEqual(JsonObject header, String member, String expected)
      throws InvalidTokenException {
    if (!header.text(member).equals(expected)) {
      throw header.unexpected(member, PlainText.quote(expected));
    }
  }

  private static void requireType(JsonObject header) throws InvalidTokenException {
    // RFC 9068 section 4 and RFC 8725 section 3.11: no other kind of token passes for this one
    if (!ACCESS_TOKEN_TYPE.matcher(header.text("typ")).matches()) {
      throw header.unexpected("typ", "`at+jwt`");
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
