package dev.onbehalf.token;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The three parts of a token that has the one spelling a token may have. */
record CompactParts(Base64URL header, Base64URL payload, Base64URL signature) {
  private static final int LONGEST_TOKEN = 16 * 1024;
  private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9_-]++");

  static CompactParts of(CompactToken token) throws InvalidTokenException {
    requireShort(token.value());
    String[] parts = token.value().split("\\.", -1);
    // RFC 7515 section 7.1: three parts; the five of an encrypted token (RFC 7516) are refused here
    if (parts.length != 3) {
      throw new InvalidTokenException("expected a token of 3 parts, found " + parts.length);
    }
    return new CompactParts(
        part("header", parts[0]), part("payload", parts[1]), part("signature", parts[2]));
  }

  byte[] signingInput() {
    return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
  }

  private static void requireShort(String value) throws InvalidTokenException {
    if (value.length() > LONGEST_TOKEN) {
      throw new InvalidTokenException(
          "expected a token of at most %d characters, found %d"
              .formatted(LONGEST_TOKEN, value.length()));
    }
  }

  private static Base64URL part(String name, String text) throws InvalidTokenException {
    if (!isCanonical(text)) {
      throw new InvalidTokenException("expected the %s in base64url".formatted(name));
    }
    return new Base64URL(text);
  }

  // RFC 7515 section 2: no padding, line breaks or white space; RFC 4648 section 3.5: unused bits
  // are zero, else one token has several spellings
  private static boolean isCanonical(String text) {
    try {
      return ALPHABET.matcher(text).matches() && respelled(text).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String respelled(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Base64.getUrlDecoder().decode(text));
  }
}
