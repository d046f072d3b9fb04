package dev.onbehalf.token.workload;

import dev.onbehalf.token.jose.HeaderRules;
import dev.onbehalf.token.jose.JcaVerifier;
import dev.onbehalf.token.jose.OperationMeter;
import dev.onbehalf.token.jose.PublicJwk;
import dev.onbehalf.token.jose.SignatureVerifier;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import dev.onbehalf.token.jose.TokenType;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;

/** Verifiers of tokens of one type that workloads sign, one for each of their keys. */
final class WorkloadSignatures {
  private final TokenType type;
  private final SigningAlgorithm algorithm;
  private final SigningProvider provider;
  private final OperationMeter meter;
  private final Map<PublicKey, SignatureVerifier> verifiers = new HashMap<>();

  WorkloadSignatures(
      TokenType type, SigningAlgorithm algorithm, SigningProvider provider, OperationMeter meter) {
    this.type = type;
    this.algorithm = algorithm;
    this.provider = provider;
    this.meter = meter;
  }

  SignatureVerifier by(PublicKey key) {
    return verifiers.computeIfAbsent(key, this::verifier);
  }

  private SignatureVerifier verifier(PublicKey key) {
    // RFC 8725 section 3.1: the algorithm is the key's, whatever the token says
    return new SignatureVerifier(
        new HeaderRules(type, algorithm, PublicJwk.thumbprint(algorithm, key)),
        new JcaVerifier(algorithm, provider, provider.imported(key), meter),
        "the workload");
  }
}
