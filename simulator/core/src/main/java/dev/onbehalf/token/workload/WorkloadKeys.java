package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.EmbeddedKeyVerifier;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningKey;
import dev.onbehalf.token.jose.SigningProvider;
import dev.onbehalf.token.jose.TokenSigner;
import dev.onbehalf.token.jose.TokenType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes the workloads' own keys, and the verifiers of what is signed with them. */
public final class WorkloadKeys {
  private final SigningAlgorithm algorithm;
  private final SigningProvider provider;
  private final WorkloadIdentityTokenIssuer issuer;
  private final Clock clock;
  private final Supplier<String> ids;
  private final OperationMeter meter;

  /** Keys of the same algorithm as the token service's. */
  public WorkloadKeys(
      SigningKey ofService,
      WorkloadIdentityTokenIssuer issuer,
      Clock clock,
      Supplier<String> ids,
      OperationMeter meter) {
    algorithm = ofService.algorithm();
    provider = ofService.provider();
    this.issuer = issuer;
    this.clock = clock;
    this.ids = ids;
    this.meter = meter;
  }

  WorkloadKey key(String agent, SecureRandom random) {
    SigningKey key = SigningKey.generate(algorithm, provider, random);
    TokenSigner signer = new TokenSigner(key, key.signer(random, meter));
    return new WorkloadKey(
        agent, key, issuer, signer, new ProofTokenSigner(signer, clock, ids), meter);
  }

  EmbeddedKeyVerifier embeddedKeyVerifier(TokenType type) {
    return new EmbeddedKeyVerifier(type, algorithm, provider, meter);
  }

  WorkloadSignatures signatures(TokenType type) {
    return new WorkloadSignatures(type, algorithm, provider, meter);
  }
}
