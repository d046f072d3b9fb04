package dev.onbehalf.simulation.live;

import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.ServicePrincipal;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.ProofTarget;
import dev.onbehalf.token.workload.WorkloadKey;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An agent that has a key of its own, perhaps, and signs a fresh proof for each call with it. */
record KeyHolder(Optional<WorkloadKey> key, Optional<ServicePrincipal> principal) {
  /** Of somebody without any key. */
  static final KeyHolder OF_NOTHING = new KeyHolder(Optional.empty(), Optional.empty());

  static KeyHolder of(String agent, TokenService tokenService) {
    return new KeyHolder(
        found(() -> tokenService.workload(agent).key()),
        found(() -> tokenService.principal(agent)));
  }

  private static <T> Optional<T> found(Supplier<T> registered) {
    try {
      return Optional.of(registered.get());
    } catch (IllegalArgumentException notRegistered) {
      return Optional.empty();
    }
  }

  /** What it holds, with proofs of now in the place of those that it made before. */
  List<Part> renewed(List<Part> held, Target target) {
    return held.stream().map(part -> renewed(part, held, target)).toList();
  }

  private Part renewed(Part part, List<Part> held, Target target) {
    if (part instanceof Part.Authenticator) {
      return authenticator(held).orElse(part);
    }
    return key.map(own -> renewed(part, held, target, own)).orElse(part);
  }

  private Optional<Part> authenticator(List<Part> held) {
    return held.stream()
        .filter(Part.Ticket.class::isInstance)
        .map(part -> ((Part.Ticket) part).ticket())
        .flatMap(ticket -> principal.flatMap(agent -> agent.authenticator(ticket)).stream())
        .<Part>map(Part.Authenticator::new)
        .findFirst();
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
