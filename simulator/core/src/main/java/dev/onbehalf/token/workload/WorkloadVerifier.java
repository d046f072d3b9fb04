package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.jose.JsonObject;
import dev.onbehalf.token.workload.WorkloadIdentityTokenVerifier.WorkloadIdentity;
import java.util.Optional;

/**
 * The checks of a resource server on a call that an agent proves to be its own: a workload identity
 * token, and a workload proof token by the key that the first names (draft-ietf-wimse-wpt-01
 * section 2).
 */
public record WorkloadVerifier(
    WorkloadIdentityTokenVerifier identities,
    WorkloadSignatures signatures,
    ProofTokenRules rules) {
  /** The header of the workload identity token. */
  public static final String IDENTITY_HEADER = "Workload-Identity-Token";

  /** The header of the workload proof token. */
  public static final String PROOF_HEADER = "Workload-Proof-Token";

  /**
   * Verifies both tokens and what binds them to each other and to the access token. A proof is good
   * for one call.
   *
   * @throws InvalidTokenException with the first rule that one of them breaks
   */
  public VerifiedWorkload verify(
      CompactToken identityToken, CompactToken proofToken, Optional<CompactToken> accessToken)
      throws InvalidTokenException {
    WorkloadIdentity identity = identities.verify(identityToken);
    JsonObject claims = signatures.by(identity.key()).verify(proofToken).claims();
    rules.check(claims, identity.agent(), identityToken, accessToken);
    return new VerifiedWorkload(identity.agent());
  }

  /** Makes proofs that were used good for another time, so that one call can be repeated. */
  public void forgetUses() {
    rules.forgetUses();
  }
}
