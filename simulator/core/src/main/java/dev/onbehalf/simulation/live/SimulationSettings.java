package dev.onbehalf.simulation.live;

import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Clock;

/**
 * How a run is made.
 *
 * @param provider who computes signatures; nothing of a result depends on it
 * @param liveLimit how many requests the live run plays at most for one strategy
 */
public record SimulationSettings(
    long seed, SigningAlgorithm algorithm, SigningProvider provider, Clock clock, int liveLimit) {
  /** The number of requests that the live run plays unless told otherwise. */
  public static final int DEFAULT_LIVE_LIMIT = 20_000;
}
