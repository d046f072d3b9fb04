package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.jose.PublicJwk;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningKey;
import dev.onbehalf.token.jose.TimeRules;
import dev.onbehalf.token.jose.TokenType;
import java.security.PublicKey;
import java.util.Optional;

/** The checks on a workload identity token (draft-ietf-wimse-workload-creds section 3.1.4). */
public final class WorkloadIdentityTokenVerifier {
  private final SignatureVerifier signatureVerifier;
  private final SigningAlgorithm algorithm;
  private final String issuer;
  private final TimeRules timeRules;

  /** Of identity tokens that an issuer signs with its key. */
  public WorkloadIdentityTokenVerifier(
      String issuer, SigningKey key, TimeRules timeRules, OperationMeter meter) {
    signatureVerifier = new SignatureVerifier(TokenType.WORKLOAD_IDENTITY, key, meter);
    algorithm = key.algorithm();
    this.issuer = issuer;
    this.timeRules = timeRules;
  }

  WorkloadIdentity verify(CompactToken token) throws InvalidTokenException {
    JsonObject claims = signatureVerifier.verify(token).claims();
    claims.requireText("iss", issuer);
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

  /** What the token says: who the workload is, and by which key to know it. */
  record WorkloadIdentity(String agent, PublicKey key) {}
}
