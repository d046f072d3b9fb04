package dev.onbehalf.simulation.result;

import java.math.BigInteger;

/**
 * Counts of requests without a bound.
 *
 * @param wronglyDenied the permitted ones that are denied when in doubt
 * @param wronglyPermitted the denied ones that are permitted when in doubt
 * @param fewestWrong the fewest wrong answers of any engine, or more with several points
 */
public record ExactCounts(
    BigInteger total,
    BigInteger wronglyDenied,
    BigInteger wronglyPermitted,
    BigInteger fewestWrong) {
  /** The requests of which no engine can tell whether they are permitted. */
  public BigInteger indeterminate() {
    return wronglyDenied.add(wronglyPermitted);
  }
}
