package dev.onbehalf.simulation;

import dev.onbehalf.strategy.Part;
import dev.onbehalf.strategy.Presentation;
import dev.onbehalf.token.CompactToken;
import dev.onbehalf.token.InvalidTokenException;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.VerifiedCredential;
import dev.onbehalf.token.VerifiedWorkload;
import dev.onbehalf.token.WorkloadVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies what agents show of themselves beside the access token: certificates and proofs. */
final class WorkloadChecks {
  private final TokenService tokenService;
  private final Map<String, WorkloadVerifier> verifiers = new HashMap<>();

  WorkloadChecks(TokenService tokenService) {
    this.tokenService = tokenService;
  }

  /** Whether the part is verified here. */
  static boolean concern(Part part) {
    return part instanceof Part.Certificate
        || isHeader(part, WorkloadVerifier.IDENTITY_HEADER)
        || isHeader(part, WorkloadVerifier.PROOF_HEADER);
  }

  /**
   * Verifies those parts of a call to the resource.
   *
   * @throws InvalidTokenException with the first rule that one of them breaks
   */
  List<VerifiedCredential> verify(Presentation presentation, String resource)
      throws InvalidTokenException {
    List<VerifiedCredential> verified = new ArrayList<>();
    for (Part part : presentation.parts()) {
      if (part instanceof Part.Certificate client) {
        verified.add(tokenService.tlsServer().accept(client.certificate()));
      }
    }
    Optional<CompactToken> identity = header(presentation, WorkloadVerifier.IDENTITY_HEADER);
    Optional<CompactToken> proof = header(presentation, WorkloadVerifier.PROOF_HEADER);
    if (identity.isPresent() || proof.isPresent()) {
      verified.add(verify(identity, proof, presentation, resource));
    }
    return verified;
  }

  /** Makes proofs that were used good for another time, so that one call can be repeated. */
  void forgetUses() {
    verifiers.values().forEach(WorkloadVerifier::forgetUses);
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
    return verifiers
        .computeIfAbsent(resource, tokenService::workloadVerifierFor)
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
