package dev.onbehalf.token.jose;

import java.nio.charset.StandardCharsets;

/** The three parts of a token that has the one spelling a token may have. */
public final class CompactParts {
  private static final int LONGEST_TOKEN = 16 * 1024;

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

  private static byte[] decode(String name, String text) throws InvalidTokenException {
    return Base64Url.decode(text)
        .filter(octets -> octets.length > 0)
        .orElseThrow(
            () -> new InvalidTokenException("expected the %s in base64url".formatted(name)));
  }
}
