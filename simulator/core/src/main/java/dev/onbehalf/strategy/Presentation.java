package dev.onbehalf.strategy;

import dev.onbehalf.token.CompactToken;
import java.util.List;

/** What a caller presents to a resource server; nobody has verified it yet. */
public record Presentation(List<Part> parts) {
  public Presentation {
    parts = List.copyOf(parts);
  }

  /** The tokens among the parts. */
  public List<CompactToken> tokens() {
    return parts.stream()
        .filter(Part.BearerToken.class::isInstance)
        .map(part -> ((Part.BearerToken) part).token())
        .toList();
  }

  /** How many bytes the tokens take. */
  public long tokenBytes() {
    return tokens().stream().mapToLong(token -> token.value().length()).sum();
  }

  /** A call with a bearer token and nothing else. */
  public static Presentation bearer(CompactToken token) {
    return new Presentation(List.of(new Part.BearerToken(token)));
  }
}
