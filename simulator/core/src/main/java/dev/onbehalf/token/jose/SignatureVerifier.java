package dev.onbehalf.token.jose;

import com.nimbusds.jose.JOSEException;

/** Who signed a token: its spelling, header and signature (RFC 7515 section 5.2). */
public final class SignatureVerifier {
  private final HeaderRules headerRules;
  private final JcaVerifier verifier;
  private final String signatory;
  private volatile String accepted = "";

  public SignatureVerifier(TokenType type, SigningKey key, OperationMeter meter) {
    this(
        new HeaderRules(type, key.algorithm(), key.id()), key.verifier(meter), "the token service");
  }

  /**
   * Verifies what someone else than the token service signed.
   *
   * @param signatory who that is, for the message of a refusal
   */
  public SignatureVerifier(HeaderRules headerRules, JcaVerifier verifier, String signatory) {
    this.headerRules = headerRules;
    this.verifier = verifier;
    this.signatory = signatory;
  }

  public SignedToken verify(CompactToken token) throws InvalidTokenException {
    CompactParts parts = CompactParts.of(token);
    checkHeader(parts);
    if (!holds(parts)) {
      throw new InvalidTokenException("expected a signature of " + signatory);
    }
    return new SignedToken(StrictJson.read("payload", parts.payload()));
  }

  /** Whether the token names the key of this verifier (RFC 7515 section 4.1.4). */
  public boolean isKeyOf(CompactToken token) throws InvalidTokenException {
    CompactParts parts = CompactParts.of(token);
    return parts.encodedHeader().equals(accepted)
        || headerRules.hasKeyId(StrictJson.read("header", parts.header()));
  }

  /** Headers of one service are alike, and one of the same spelling passes the same rules. */
  private void checkHeader(CompactParts parts) throws InvalidTokenException {
    if (!parts.encodedHeader().equals(accepted)) {
      headerRules.check(StrictJson.read("header", parts.header()));
      accepted = parts.encodedHeader();
    }
  }

  private boolean holds(CompactParts parts) {
    try {
      return verifier.verify(parts.signingInput(), parts.signature());
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot verify", e);
    }
  }

  /** The claims of a token whose signature holds; whether they may be believed is still open. */
  public record SignedToken(JsonObject claims) {}
}
