package dev.onbehalf.strategy;

import dev.onbehalf.token.CompactToken;
import java.util.List;

/** What a caller presents to a resource server; nobody has verified it yet. */
public record Presentation(List<Part> parts) {
  public Presentation {
    parts = List.copyOf(parts);
  }

  /** A call with a bearer token and nothing else. */
  public static Presentation bearer(CompactToken token) {
    return new Presentation(List.of(new Part.BearerToken(token)));
  }
}
