package dev.onbehalf.strategy;

import dev.onbehalf.token.jose.CompactToken;
import java.util.List;
import java.util.Optional;

/** What a caller presents to a resource server; nobody has verified it yet. */
public record Presentation(List<Part> parts) {
  public Presentation {
    parts = List.copyOf(parts);
  }

  /** The tokens among the parts. */
  public List<CompactToken> tokens() {
    return parts.stream().flatMap(part -> token(part).stream()).toList();
  }

  /** The token in the header of the name. */
  public Optional<CompactToken> signedHeader(String name) {
    return parts.stream()
        .filter(Part.SignedHeader.class::isInstance)
        .map(Part.SignedHeader.class::cast)
        .filter(header -> header.name().equals(name))
        .map(Part.SignedHeader::token)
        .findFirst();
  }

  /** Whether something in it proves a single call alone. */
  public boolean isGoodOnce() {
    return parts.stream().anyMatch(Part::isGoodOnce);
  }

  /** How many bytes the tokens, tickets and macaroons take. */
  public long tokenBytes() {
    return tokens().stream().mapToLong(token -> token.value().length()).sum()
        + parts.stream().mapToLong(Presentation::otherBytes).sum();
  }

  private static long otherBytes(Part part) {
    if (part instanceof Part.Macaroon macaroon) {
      return macaroon.token().value().length();
    }
    if (part instanceof Part.Ticket ticket) {
      return ticket.ticket().value().length();
    }
    return part instanceof Part.Authenticator proof ? proof.authenticator().value().length() : 0;
  }

  private static Optional<CompactToken> token(Part part) {
    if (part instanceof Part.BearerToken bearer) {
      return Optional.of(bearer.token());
    }
    return part instanceof Part.SignedHeader header
        ? Optional.of(header.token())
        : Optional.empty();
  }

  /** A call with a bearer token and nothing else. */
  public static Presentation bearer(CompactToken token) {
    return new Presentation(List.of(new Part.BearerToken(token)));
  }
}
