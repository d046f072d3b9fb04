package dev.onbehalf.token;

import java.util.Optional;

/** The checks on a workload identity token (draft-ietf-wimse-workload-creds section 3.1.4). */
final class IdentityTokenVerifier {
  private final SignatureVerifier signatureVerifier;
  private final SigningAlgorithm algorithm;
  private final String issuer;
  private final TimeRules timeRules;

  /** Of identity tokens that an issuer signs with its key. */
  IdentityTokenVerifier(String issuer, SigningKey key, TimeRules timeRules, OperationMeter meter) {
    signatureVerifier = new SignatureVerifier(TokenType.WORKLOAD_IDENTITY, key, meter);
    algorithm = key.algorithm();
    this.issuer = issuer;
    this.timeRules = timeRules;
  }

  WorkloadIdentity verify(CompactToken token) throws InvalidTokenException {
    JsonObject claims = signatureVerifier.verify(token).claims();
    if (!claims.text("iss").equals(issuer)) {
      throw claims.unexpected("iss", PlainText.quote(issuer));
    }
    timeRules.check(claims);
    return new WorkloadIdentity(agent(claims), PublicJwk.read(jwk(claims), algorithm));
  }

  private static String agent(JsonObject claims) throws InvalidTokenException {
    return AgentUri.agent(claims.text("sub"))
        .orElseThrow(() -> claims.unexpected("sub", "the URI of an agent"));
  }

  // RFC 7800 section 3.2
  private static JsonObject jwk(JsonObject claims) throws InvalidTokenException {
    Optional<JsonObject> confirmation = claims.optionalObject("cnf");
    if (confirmation.isEmpty()) {
      throw claims.unexpected("cnf", "an object");
    }
    return confirmation
        .get()
        .optionalObject("jwk")
        .orElseThrow(() -> confirmation.get().unexpected("jwk", "an object"));
  }
}
