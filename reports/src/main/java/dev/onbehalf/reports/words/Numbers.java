package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Measured and simulated numbers in the digits that a reader can use. */
public final class Numbers {
  /** What stands where there is no number. */
  public static final String UNKNOWN = "–";

  private Numbers() {}

  /** Three digits, or more where there are more before the point. */
  public static String of(double number) {
    if (number == 0) {
      return "0";
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    int decimals = 2 - (exact.precision() - exact.scale() - 1);
    BigDecimal rounded = exact.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN);
    return plain(rounded);
  }

  /** The number rounded to so many digits. */
  public static String digits(double number, int digits) {
    return plain(new BigDecimal(number).round(new MathContext(digits)));
  }

  /** The number as it is. */
  public static String exact(double number) {
    return plain(BigDecimal.valueOf(number));
  }

  /** The number with two decimals at most, and fewer where it has more before the point. */
  public static String brief(double number) {
    int decimals = number < 10 ? 2 : number < 100 ? 1 : 0;
    return plain(new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** The number with so many decimals, whatever they are. */
  public static String fixed(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A share in percent, cut off: 100% means all. */
  public static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).setScale(2, RoundingMode.DOWN);
    return plain(percent) + "%";
  }

  /** Nanoseconds in microseconds. */
  public static String micros(double nanos) {
    return of(nanos / 1_000);
  }

  /** A time in the largest unit that it is a whole number of. */
  public static String duration(double seconds) {
    if (seconds % 3_600 == 0) {
      return of(seconds / 3_600) + " h";
    }
    return seconds % 60 == 0 ? of(seconds / 60) + " min" : of(seconds) + " s";
  }

  /** How long calls succeed after a revocation, on average. */
  public static String outliving(Optional<Outliving> outliving) {
    return outliving.map(seconds -> of(seconds.mean())).orElse("never ends");
  }

  /** Added latency, and whether it would grow with a longer run. */
  public static String latency(double millis, WorkloadCost workload) {
    return of(millis) + (workload.saturated() ? " and growing" : "");
  }
}
