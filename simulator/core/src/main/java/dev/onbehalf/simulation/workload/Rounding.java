package dev.onbehalf.simulation.workload;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers without digits that mean nothing. */
final class Rounding {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Rounding() {}

  /** The number to four significant digits. */
  static double significant(double number) {
    return rounded(number).doubleValue();
  }

  /** What the number to four significant digits leaves of 1. */
  static double complement(double number) {
    return BigDecimal.ONE.subtract(rounded(number)).doubleValue();
  }

  private static BigDecimal rounded(double number) {
    return new BigDecimal(number).round(FOUR_DIGITS);
  }
}
