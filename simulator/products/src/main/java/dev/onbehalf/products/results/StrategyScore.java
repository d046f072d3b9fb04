package dev.onbehalf.products.results;

/**
 * How a strategy fared where a product issues its tokens.
 *
 * @param requests how many were made, all of which were answered as the product's profile says
 * @param withstands how many policies are enforced whatever callers try
 * @param enforced how many are while callers are honest
 * @param of how many policies decide anything
 */
public record StrategyScore(String strategy, long requests, int withstands, int enforced, int of) {
  /** Both together. */
  public StrategyScore plus(StrategyScore other) {
    return new StrategyScore(
        strategy,
        requests + other.requests,
        withstands + other.withstands,
        enforced + other.enforced,
        of + other.of);
  }

  /** The policies enforced, and those that are while callers are honest if they are more. */
  public String words() {
    return withstands == enforced
        ? withstands + " of " + of
        : "%d of %d, %d if callers are honest".formatted(withstands, of, enforced);
  }
}
