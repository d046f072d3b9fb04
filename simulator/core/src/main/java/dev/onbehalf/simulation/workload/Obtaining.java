package dev.onbehalf.simulation.workload;

/**
 * What it takes to obtain a credential that isn't cached.
 *
 * @param tokens how many tokens are minted
 * @param roundTrips to the token service
 * @param serviceSeconds the work on it, in seconds: the token service's where there are round
 *     trips, the caller's own where there are none
 */
public record Obtaining(long tokens, long roundTrips, double serviceSeconds) {
  public Obtaining {
    if (tokens < 0 || roundTrips < 0 || !(serviceSeconds >= 0 && serviceSeconds < 1e6)) {
      throw new IllegalArgumentException(
          "expected counts and seconds of 0 or more, found %d, %d, %s"
              .formatted(tokens, roundTrips, serviceSeconds));
    }
  }

  /** Whether nothing is minted or fetched: the caller has it at hand. */
  boolean isFree() {
    return tokens == 0 && roundTrips == 0;
  }
}
