package dev.onbehalf.token.jose;

import java.util.Base64;
import java.util.Optional;

/** Octets in the one spelling that they may have (RFC 7515 section 2). */
final class Base64Url {
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  // RFC 7515 section 2: no padding, line breaks or white space; RFC 4648 section 3.5: unused bits
  // are zero, else one token has several spellings
  static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(DECODER.decode(text))
          .filter(octets -> ENCODER.encodeToString(octets).equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
