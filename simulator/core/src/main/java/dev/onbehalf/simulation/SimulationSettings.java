package dev.onbehalf.simulation;

import dev.onbehalf.token.SigningAlgorithm;
import java.time.Clock;

/**
 * How a run is made.
 *
 * @param liveLimit how many requests the live run plays at most for one strategy
 */
public record SimulationSettings(
    long seed, SigningAlgorithm algorithm, Clock clock, int liveLimit) {
  /** The number of requests that the live run plays unless told otherwise. */
  public static final int DEFAULT_LIVE_LIMIT = 20_000;
}
