package dev.onbehalf.strategy;

import dev.onbehalf.token.CompactToken;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the caller of one call has in hand.
 *
 * @param presentation what an honest caller presents
 * @param heldBesides what else the caller holds, and a cheating one might present instead
 */
public record Credentials(Presentation presentation, List<Part> heldBesides) {
  public Credentials {
    heldBesides = List.copyOf(heldBesides);
  }

  /** A bearer token, presented by a caller who holds nothing else. */
  public static Credentials bearer(CompactToken token) {
    return new Credentials(Presentation.bearer(token), List.of());
  }

  /** These credentials with further tokens in the caller's hands. */
  public Credentials holding(CompactToken... tokens) {
    Stream<Part> further = Stream.of(tokens).map(Part.BearerToken::new);
    return new Credentials(presentation, Stream.concat(heldBesides.stream(), further).toList());
  }

  /** Everything in the caller's hands. */
  public List<Part> held() {
    return Stream.concat(presentation.parts().stream(), heldBesides.stream()).distinct().toList();
  }
}
