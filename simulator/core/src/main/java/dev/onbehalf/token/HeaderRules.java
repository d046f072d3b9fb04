package dev.onbehalf.token;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the header of a token must say before its signature is looked at (RFC 8725 section 3). */
final class HeaderRules {
  // RFC 8725 section 3.10: never a key that the token brings or points at; RFC 7515 section 4.1.11,
  // RFC 7797 and RFC 7516 section 4.1.3: no extension of this service's tokens exists
  private static final List<String> FORBIDDEN =
      List.of("jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64", "zip");

  private final SigningAlgorithm algorithm;
  private final Optional<String> keyId;
  private final String type;
  private final Pattern typeSpellings;

  /**
   * The rules of one type of tokens, signed by one key.
   *
   * @param keyId of tokens that name their key; of those that don't, another token names it
   */
  HeaderRules(SigningAlgorithm algorithm, Optional<String> keyId, String type) {
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.type = type;
    // RFC 9068 section 4 names both spellings; media types know no case (RFC 2045 section 5.1)
    typeSpellings = Pattern.compile("(?i:(?:application/)?" + Pattern.quote(type) + ")");
  }

  void check(JsonObject header) throws InvalidTokenException {
    // RFC 8725 section 3.1: the key decides on the algorithm, not the token
    requireEqual(header, "alg", algorithm.headerValue());
    // RFC 7515 section 4.1.4, required here so that no token leaves the choice of key open
    if (keyId.isPresent()) {
      requireEqual(header, "kid", keyId.get());
    }
    requireType(header);
    requireNoneOf(header, FORBIDDEN);
  }

  private static void requireEqual(JsonObject header, String member, String expected)
      throws InvalidTokenException {
    if (!header.text(member).equals(expected)) {
      throw header.unexpected(member, PlainText.quote(expected));
    }
  }

  private void requireType(JsonObject header) throws InvalidTokenException {
    // RFC 9068 section 4 and RFC 8725 section 3.11: no other kind of token passes for this one
    if (!typeSpellings.matcher(header.text("typ")).matches()) {
      throw header.unexpected("typ", PlainText.quote(type));
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
