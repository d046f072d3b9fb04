package dev.onbehalf.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes the workloads' own keys, and the verifiers of what is signed with them. */
final class WorkloadKeys {
  private final SigningAlgorithm algorithm;
  private final SigningProvider provider;
  private final Clock clock;
  private final Supplier<SecureRandom> random;
  private final Supplier<String> ids;
  private final IdentityTokenIssuer issuer;
  private final OperationMeter meter;

  /**
   * Of one algorithm.
   *
   * @param random of each key and its signatures
   */
  WorkloadKeys(
      SigningAlgorithm algorithm,
      SigningProvider provider,
      Clock clock,
      Supplier<SecureRandom> random,
      Supplier<String> ids,
      IdentityTokenIssuer issuer,
      OperationMeter meter) {
    this.algorithm = algorithm;
    this.provider = provider;
    this.clock = clock;
    this.random = random;
    this.ids = ids;
    this.issuer = issuer;
    this.meter = meter;
  }

  WorkloadKey key(String agent) {
    SecureRandom own = random.get();
    SigningKey key = SigningKey.generate(algorithm, provider, own);
    JwtSigner proofs = JwtSigner.withoutKeyId(ProofTokenSigner.TYPE, key, key.signer(own, meter));
    return new WorkloadKey(agent, key, issuer, new ProofTokenSigner(proofs, clock, ids), meter);
  }

  WorkloadSignatures signatures(String type) {
    return new WorkloadSignatures(type, algorithm, provider, meter);
  }
}
