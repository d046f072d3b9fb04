package dev.onbehalf.token.jose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The three parts of a token that has the one spelling a token may have. */
public final class CompactParts {
  private static final int LONGEST_TOKEN = 16 * 1024;
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String token;
  private final String encodedHeader;
  private final byte[] header;
  private final byte[] payload;
  private final byte[] signature;

  private CompactParts(String token, String[] parts) throws InvalidTokenException {
    this.token = token;
    encodedHeader = parts[0];
    header = decode("header", parts[0]);
    payload = decode("payload", parts[1]);
    signature = decode("signature", parts[2]);
  }

  public static CompactParts of(CompactToken token) throws InvalidTokenException {
    requireShort(token.value());
    String[] parts = token.value().split("\\.", -1);
    // RFC 7515 section 7.1: three parts; the five of an encrypted token (RFC 7516) are refused here
    if (parts.length != 3) {
      throw new InvalidTokenException("expected a token of 3 parts, found " + parts.length);
    }
    return new CompactParts(token.value(), parts);
  }

  String encodedHeader() {
    return encodedHeader;
  }

  byte[] header() {
    return header.clone();
  }

  public byte[] payload() {
    return payload.clone();
  }

  byte[] signature() {
    return signature.clone();
  }

  byte[] signingInput() {
    return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  private static void requireShort(String value) throws InvalidTokenException {
    if (value.length() > LONGEST_TOKEN) {
      throw new InvalidTokenException(
          "expected a token of at most %d characters, found %d"
              .formatted(LONGEST_TOKEN, value.length()));
    }
  }

  // RFC 7515 section 2: no padding, line breaks or white space; RFC 4648 section 3.5: unused bits
  // are zero, else one token has several spellings
  private static byte[] decode(String name, String text) throws InvalidTokenException {
    try {
      byte[] octets = DECODER.decode(text);
      if (!text.isEmpty() && ENCODER.encodeToString(octets).equals(text)) {
        return octets;
      }
    } catch (IllegalArgumentException e) {
      // Some character is none of base64url; the message below says so.
    }
    throw new InvalidTokenException("expected the %s in base64url".formatted(name));
  }
}
