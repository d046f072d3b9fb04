package dev.onbehalf.simulation.score;

import java.nio.LongBuffer;

/** What the calls of one user on one path must be permitted, and what they must be denied. */
record AccountRow(LongBuffer permitted, LongBuffer denied) {
  boolean permitsAny() {
    return meet(permitted, permitted);
  }

  /** Whether no account is right for both. */
  boolean conflictsWith(AccountRow other) {
    return meet(permitted, other.denied) || meet(other.permitted, denied);
  }

  private static boolean meet(LongBuffer left, LongBuffer right) {
    for (int i = 0; i < left.limit(); i++) {
      if ((left.get(i) & right.get(i)) != 0) {
        return true;
      }
    }
    return false;
  }
}
