package dev.onbehalf.token;

import com.nimbusds.jose.JOSEException;
import java.util.Optional;

/** Who signed a token: its spelling, header and signature (RFC 7515 section 5.2). */
final class SignatureVerifier {
  private final HeaderRules headerRules;
  private final JcaVerifier verifier;
  private final String signatory;
  private volatile String accepted = "";

  /**
   * Verifies what one key signed.
   *
   * @param signatory whose key it is, for the message of a refusal
   */
  SignatureVerifier(HeaderRules headerRules, JcaVerifier verifier, String signatory) {
    this.headerRules = headerRules;
    this.verifier = verifier;
    this.signatory = signatory;
  }

  /** Verifies tokens of one type that the token service signed. */
  static SignatureVerifier ofService(SigningKey key, String type, OperationMeter meter) {
    HeaderRules rules = new HeaderRules(key.algorithm(), Optional.of(key.id()), type);
    return new SignatureVerifier(rules, key.verifier(meter), "the token service");
  }

  SignedToken verify(CompactToken token) throws InvalidTokenException {
    CompactParts parts = CompactParts.of(token);
    checkHeader(parts);
    if (!holds(parts)) {
      throw new InvalidTokenException("expected a signature of " + signatory);
    }
    return new SignedToken(StrictJson.read("payload", parts.payload()));
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
}
