package dev.onbehalf.simulation.live;

import dev.onbehalf.scenario.Target;
import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.access.VerifiedCredential;
import dev.onbehalf.token.access.VerifiedToken;
import dev.onbehalf.token.jose.CompactToken;
import dev.onbehalf.token.jose.InvalidTokenException;
import dev.onbehalf.token.kerberos.TicketVerifier;
import dev.onbehalf.token.kerberos.VerifiedTicket;
import dev.onbehalf.token.macaroon.MacaroonToken;
import dev.onbehalf.token.macaroon.MacaroonVerifier;
import dev.onbehalf.token.macaroon.VerifiedMacaroon;
import dev.onbehalf.token.workload.ChainVerifier;
import dev.onbehalf.token.workload.DpopProofVerifier;
import dev.onbehalf.token.workload.ProofTarget;
import dev.onbehalf.token.workload.VerifiedWorkload;
import dev.onbehalf.token.workload.WorkloadVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies what callers present beside or instead of an access token. */
final class PartVerifiers {
  private final TokenService tokenService;
  private final ChainVerifier chainVerifier;
  private final Map<String, WorkloadVerifier> workloadVerifiers = new HashMap<>();
  private final Map<String, DpopProofVerifier> dpopProofVerifiers = new HashMap<>();
  private final Map<String, TicketVerifier> ticketVerifiers = new HashMap<>();
  private final Map<String, MacaroonVerifier> macaroonVerifiers = new HashMap<>();

  PartVerifiers(TokenService tokenService) {
    this.tokenService = tokenService;
    chainVerifier = tokenService.resourceServers().chainVerifier();
  }

  /** Whether the part is verified here. */
  static boolean concern(Part part) {
    return part instanceof Part.Certificate
        || part instanceof Part.Macaroon
        || part instanceof Part.Ticket
        || part instanceof Part.Authenticator
        || isHeader(part, WorkloadVerifier.IDENTITY_HEADER)
        || isHeader(part, WorkloadVerifier.PROOF_HEADER)
        || isHeader(part, DpopProofVerifier.HEADER);
  }

  /**
   * Verifies those parts of a call to the resource, and the step proofs in its token.
   *
   * @param tokens what was verified before
   * @throws InvalidTokenException with the first rule that one of them breaks
   */
  List<VerifiedCredential> verify(
      Presentation presentation, List<VerifiedCredential> tokens, Target target)
      throws InvalidTokenException {
    List<VerifiedCredential> verified = new ArrayList<>();
    for (VerifiedCredential token : tokens) {
      if (token instanceof VerifiedToken accessToken) {
        chainVerifier.verify(accessToken).ifPresent(verified::add);
        requireKey(accessToken, presentation, target);
      }
    }
    for (Part part : presentation.parts()) {
      if (part instanceof Part.Certificate client) {
        verified.add(tokenService.resourceServers().tlsServer().accept(client.certificate()));
      } else if (part instanceof Part.Macaroon macaroon) {
        verified.add(verify(macaroon.token(), target));
      }
    }
    ticket(presentation, target).ifPresent(verified::add);
    Optional<CompactToken> identity = header(presentation, WorkloadVerifier.IDENTITY_HEADER);
    Optional<CompactToken> proof = header(presentation, WorkloadVerifier.PROOF_HEADER);
    if (identity.isPresent() || proof.isPresent()) {
      verified.add(verify(identity, proof, presentation, target.resource()));
    }
    return verified;
  }

  /** Makes proofs that were used good for another time, so that one call can be repeated. */
  void forgetUses() {
    workloadVerifiers.values().forEach(WorkloadVerifier::forgetUses);
    dpopProofVerifiers.values().forEach(DpopProofVerifier::forgetUses);
    ticketVerifiers.values().forEach(TicketVerifier::forgetUses);
  }

  // RFC 9449 section 7.1: whether a token is good by itself is the token's to say
  private void requireKey(VerifiedToken token, Presentation presentation, Target target)
      throws InvalidTokenException {
    Optional<CompactToken> proof = header(presentation, DpopProofVerifier.HEADER);
    if (token.boundTo().isPresent() != proof.isPresent()) {
      throw new InvalidTokenException(
          proof.isPresent()
              ? "expected a token that is bound to the key of the proof"
              : "expected a proof of the key that the token is bound to");
    }
    if (proof.isPresent()) {
      dpopProofVerifiers
          .computeIfAbsent(
              target.resource(), any -> tokenService.resourceServers().dpopProofVerifier())
          .verify(
              proof.get(),
              ProofTarget.call(target.resource(), target.action()),
              accessToken(presentation).orElseThrow(),
              token.boundTo().orElseThrow());
    }
  }

  // RFC 4120 section 3.2.3: neither is good without the other
  private Optional<VerifiedTicket> ticket(Presentation presentation, Target target)
      throws InvalidTokenException {
    Optional<Part.Ticket> ticket = part(presentation, Part.Ticket.class);
    Optional<Part.Authenticator> proof = part(presentation, Part.Authenticator.class);
    if (ticket.isPresent() != proof.isPresent()) {
      throw new InvalidTokenException("expected a ticket together with an authenticator");
    }
    if (ticket.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ticketVerifiers
            .computeIfAbsent(target.resource(), tokenService.resourceServers()::ticketVerifierFor)
            .verify(ticket.get().ticket(), proof.orElseThrow().authenticator()));
  }

  private static <T extends Part> Optional<T> part(Presentation presentation, Class<T> kind) {
    return presentation.parts().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private VerifiedMacaroon verify(MacaroonToken macaroon, Target target)
      throws InvalidTokenException {
    return macaroonVerifiers
        .computeIfAbsent(target.resource(), tokenService.resourceServers()::macaroonVerifierFor)
        .verify(macaroon, target.action());
  }

  private VerifiedWorkload verify(
      Optional<CompactToken> identity,
      Optional<CompactToken> proof,
      Presentation presentation,
      String resource)
      throws InvalidTokenException {
    if (identity.isEmpty() || proof.isEmpty()) {
      throw new InvalidTokenException("expected an identity token together with a proof token");
    }
    return workloadVerifiers
        .computeIfAbsent(resource, tokenService.resourceServers()::workloadVerifierFor)
        .verify(identity.get(), proof.get(), accessToken(presentation));
  }

  private static Optional<CompactToken> accessToken(Presentation presentation) {
    return presentation.parts().stream()
        .filter(Part.BearerToken.class::isInstance)
        .map(part -> ((Part.BearerToken) part).token())
        .findFirst();
  }

  private static Optional<CompactToken> header(Presentation presentation, String name) {
    return presentation.parts().stream()
        .filter(part -> isHeader(part, name))
        .map(part -> ((Part.SignedHeader) part).token())
        .findFirst();
  }

  private static boolean isHeader(Part part, String name) {
    return part instanceof Part.SignedHeader header && header.name().equals(name);
  }
}
