package dev.onbehalf.jmh;

import java.util.Collections;
import java.util.List;

/** When work has warmed up: its last blocks take the same time, all but a tolerance. */
final class SteadyState {
  /** How many blocks must agree: of two, one is as good as a coincidence. */
  static final int BLOCKS = 3;

  /** What isn't steady by then hardly becomes so. */
  static final int MOST_BLOCKS = 100;

  private static final double TOLERANCE = 0.02;

  private SteadyState() {}

  /**
   * Whether the blocks have come to an end of falling.
   *
   * @param nanos how long a call took in each block, in the order of time
   */
  static boolean isReached(List<Double> nanos) {
    return nanos.size() >= BLOCKS && agree(nanos.subList(nanos.size() - BLOCKS, nanos.size()));
  }

  /** Whether to stop, steady or not. */
  static boolean isEnough(List<Double> nanos) {
    return nanos.size() >= MOST_BLOCKS || isReached(nanos);
  }

  private static boolean agree(List<Double> nanos) {
    return Collections.max(nanos) <= (1 + TOLERANCE) * Collections.min(nanos);
  }
}
