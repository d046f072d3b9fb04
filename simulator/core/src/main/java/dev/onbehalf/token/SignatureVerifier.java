package dev.onbehalf.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;

/** Who signed a token: its spelling, header and signature (RFC 7515 section 5.2). */
final class SignatureVerifier {
  private final HeaderRules headerRules;
  private final JWSHeader pinned;
  private final JWSVerifier verifier;

  SignatureVerifier(SigningKey key, OperationMeter meter) {
    headerRules = new HeaderRules(key.algorithm(), key.id());
    pinned = new JWSHeader(key.algorithm().jwsAlgorithm());
    verifier = key.verifier(meter);
  }

  SignedToken verify(CompactToken token) throws InvalidTokenException {
    CompactParts parts = CompactParts.of(token);
    headerRules.check(StrictJson.read("header", parts.header().decode()));
    if (!holds(parts)) {
      throw new InvalidTokenException("expected a signature of the token service");
    }
    return new SignedToken(StrictJson.read("payload", parts.payload().decode()));
  }

  private boolean holds(CompactParts parts) {
    try {
      return verifier.verify(pinned, parts.signingInput(), parts.signature());
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java runtime cannot verify", e);
    }
  }
}
