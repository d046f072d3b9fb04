package dev.onbehalf.simulation.live;

import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.ProofTarget;
import dev.onbehalf.token.workload.WorkloadKey;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.List;
import java.util.Optional;

/** An agent that has a key of its own, perhaps, and signs a fresh proof for each call with it. */
record KeyHolder(Optional<WorkloadKey> key) {
  static KeyHolder of(String agent, TokenService tokenService) {
    try {
      return new KeyHolder(Optional.of(tokenService.workload(agent).key()));
    } catch (IllegalArgumentException noKey) {
      return new KeyHolder(Optional.empty());
    }
  }

  /** What it holds, with proofs of now in the place of those that it made before. */
  List<Part> renewed(List<Part> held, Target target) {
    return key.isEmpty()
        ? held
        : held.stream().map(part -> renewed(part, held, target, key.get())).toList();
  }

  private static Part renewed(Part part, List<Part> held, Target target, WorkloadKey key) {
    if (!(part instanceof Part.SignedHeader header)) {
      return part;
    }
    CompactToken accessToken =
        held.stream()
            .filter(Part.BearerToken.class::isInstance)
            .map(bearer -> ((Part.BearerToken) bearer).token())
            .findFirst()
            .orElseThrow();
    return switch (header.name()) {
      case DpopProofVerifier.HEADER ->
          new Part.SignedHeader(
              header.name(),
              key.dpopProof(ProofTarget.call(target.resource(), target.action()), accessToken));
      case WorkloadVerifier.PROOF_HEADER ->
          new Part.SignedHeader(
              header.name(), key.proof(identityToken(held), target.resource(), accessToken));
      default -> part;
    };
  }

  private static CompactToken identityToken(List<Part> held) {
    return new Presentation(held).signedHeader(WorkloadVerifier.IDENTITY_HEADER).orElseThrow();
  }
}
