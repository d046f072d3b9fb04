package dev.onbehalf.scenario.reading;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a number of a scenario may look like, and between which bounds, both included. */
final class Quantity {
  // Bounded in length, so that no number takes long to read; what is longer is out of bounds.
  private static final String WHOLE = "(0|[1-9][0-9]{0,8})";
  private static final String DECIMAL = "((?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,6})?)";
  private static final Pattern COUNT = Pattern.compile(WHOLE);
  private static final Pattern NUMBER = Pattern.compile(DECIMAL);
  private static final Pattern TIME = Pattern.compile(DECIMAL + "(ms|s|min|h)");

  private static final Map<String, BigDecimal> NANOSECONDS =
      Map.of(
          "ms", new BigDecimal(1_000_000L),
          "s", new BigDecimal(1_000_000_000L),
          "min", new BigDecimal(60_000_000_000L),
          "h", new BigDecimal(3_600_000_000_000L));

  private final Pattern pattern;
  private final BigDecimal least;
  private final BigDecimal most;
  private final String expected;

  private Quantity(Pattern pattern, String what, String least, String most, String hint) {
    this.pattern = pattern;
    this.least = parsed(least).orElseThrow();
    this.most = parsed(most).orElseThrow();
    this.expected = "a " + what + " from " + least + " to " + most + hint;
  }

  /** A number that may have decimals. */
  static Quantity number(String least, String most) {
    return new Quantity(NUMBER, "number", least, most, "");
  }

  /** A whole number. */
  static Quantity count(String least, String most) {
    return new Quantity(COUNT, "whole number", least, most, "");
  }

  /** A time with its unit, read as nanoseconds. */
  static Quantity time(String least, String most) {
    return new Quantity(TIME, "time", least, most, " in `ms`, `s`, `min` or `h`");
  }

  /** What would be right, for a message. */
  String expected() {
    return expected;
  }

  /** The value, if the text is one within the bounds. */
  Optional<BigDecimal> parse(String text) {
    return parsed(text).filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
  }

  private Optional<BigDecimal> parsed(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    return Optional.of(pattern == TIME ? number.multiply(nanoseconds(matcher.group(2))) : number);
  }

  private static BigDecimal nanoseconds(String unit) {
    return NANOSECONDS.getOrDefault(unit, BigDecimal.ONE);
  }
}
