package dev.onbehalf.token;

import java.util.Map;

/** A workload's own key pair, and what the workload does with it. */
public final class WorkloadKey {
  private final String agent;
  private final SigningKey key;
  private final IdentityTokenIssuer issuer;
  private final ProofTokenSigner proofs;
  private final OperationMeter meter;

  WorkloadKey(
      String agent,
      SigningKey key,
      IdentityTokenIssuer issuer,
      ProofTokenSigner proofs,
      OperationMeter meter) {
    this.agent = agent;
    this.key = key;
    this.issuer = issuer;
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

  Map<String, Object> publicJwk() {
    return key.publicJwk();
  }
}
