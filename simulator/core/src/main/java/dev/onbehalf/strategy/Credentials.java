package dev.onbehalf.strategy;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.token.jose.CompactToken;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the caller of one call has in hand.
 *
 * @param door the point to which an honest caller turns first
 * @param presentation what an honest caller presents there
 * @param heldBesides what else the caller holds, and a cheating one might present instead, at
 *     whichever point
 */
public record Credentials(Point door, Presentation presentation, List<Part> heldBesides) {
  public Credentials {
    heldBesides = List.copyOf(heldBesides);
  }

  /** Some parts for the resource, presented by a caller who holds nothing else. */
  public static Credentials of(Part... parts) {
    return new Credentials(Point.RESOURCE, new Presentation(List.of(parts)), List.of());
  }

  /** A bearer token for the resource, presented by a caller who holds nothing else. */
  public static Credentials bearer(CompactToken token) {
    return of(new Part.BearerToken(token));
  }

  /** These credentials, first presented at another point. */
  public Credentials at(Point other) {
    return new Credentials(other, presentation, heldBesides);
  }

  /** These credentials with further tokens in the caller's hands. */
  public Credentials holding(CompactToken... tokens) {
    return holding(Stream.of(tokens).map(Part.BearerToken::new).toArray(Part[]::new));
  }

  /** These credentials with further parts in the caller's hands. */
  public Credentials holding(Part... parts) {
    return new Credentials(
        door, presentation, Stream.concat(heldBesides.stream(), Stream.of(parts)).toList());
  }

  /** Whether they prove a single call alone. */
  public boolean areGoodOnce() {
    return presentation.isGoodOnce();
  }

  /** Everything in the caller's hands. */
  public List<Part> held() {
    return Stream.concat(presentation.parts().stream(), heldBesides.stream()).distinct().toList();
  }
}
