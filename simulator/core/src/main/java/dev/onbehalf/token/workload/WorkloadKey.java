package dev.onbehalf.token.workload;

import dev.onbehalf.token.access.Actor;
import dev.onbehalf.token.access.StepProofChain;
import dev.onbehalf.token.jose.CompactParts;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.jose.SigningKey;
import dev.onbehalf.token.jose.StrictJson;
import dev.onbehalf.token.jose.TokenSigner;
import dev.onbehalf.token.jose.TokenType;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;

/** A workload's own key pair, and what the workload does with it. */
public final class WorkloadKey {
  private final String agent;
  private final SigningKey key;
  private final WorkloadIdentityTokenIssuer issuer;
  private final TokenSigner signer;
  private final ProofTokenSigner proofs;
  private final OperationMeter meter;

  WorkloadKey(
      String agent,
      SigningKey key,
      WorkloadIdentityTokenIssuer issuer,
      TokenSigner signer,
      ProofTokenSigner proofs,
      OperationMeter meter) {
    this.agent = agent;
    this.key = key;
    this.issuer = issuer;
    this.signer = signer;
    this.proofs = proofs;
    this.meter = meter;
  }

  /**
   * A fresh workload identity token for the key, in one round trip; how the issuer is convinced of
   * who asks lies outside the standard.
   */
  public CompactToken identityToken() {
    meter.countRoundTrip();
    return issuer.issue(agent, publicJwk());
  }

  /** A fresh proof that the call with the access token is the workload's own. */
  public CompactToken proof(CompactToken identityToken, String audience, CompactToken accessToken) {
    return proofs.sign(identityToken, audience, accessToken);
  }

  /** A fresh proof for a request without an access token (RFC 9449 section 4.2). */
  public CompactToken dpopProof(ProofTarget target) {
    return proofs.signDpop(target, Optional.empty());
  }

  /** A fresh proof for a call with an access token (RFC 9449 section 7.1). */
  public CompactToken dpopProof(ProofTarget target, CompactToken accessToken) {
    return proofs.signDpop(target, Optional.of(accessToken));
  }

  /**
   * A signed statement that the agent hands the call on which the subject token is for.
   *
   * @param next the agent or resource that gets it
   * @throws IllegalArgumentException when the subject token isn't one of the token service
   */
  public CompactToken stepProof(CompactToken subjectToken, String next) {
    try {
      JsonObject claims = StrictJson.read("payload", CompactParts.of(subjectToken).payload());
      StepProof step =
          new StepProof(
              StepProofChain.read(claims).hash(subjectToken),
              claims.text("sub"),
              new Actor(agent, Actor.read(claims, "act")),
              next);
      return sign(TokenType.STEP_PROOF, step.toClaims());
    } catch (InvalidTokenException e) {
      throw new IllegalArgumentException(e);
    }
  }

  CompactToken sign(TokenType type, Map<String, Object> claims) {
    return signer.sign(type, claims);
  }

  PublicKey publicKey() {
    return key.publicKey();
  }

  Map<String, Object> publicJwk() {
    return key.publicJwk();
  }
}
