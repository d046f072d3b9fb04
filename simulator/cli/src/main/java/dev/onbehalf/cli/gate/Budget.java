package dev.onbehalf.cli.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long something may take. */
record Budget(double seconds) {
  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,4}) ?(s|m|min|h)");

  /** Reads durations in seconds, minutes or hours. */
  static final class Reader implements ITypeConverter<Budget> {
    @Override
    public Budget convert(String text) {
      Matcher matcher = DURATION.matcher(text.strip());
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "expected a duration like 90s or 5m, but found `" + text + "`");
      }
      return new Budget(Double.parseDouble(matcher.group(1)) * seconds(matcher.group(2)));
    }

    private static int seconds(String unit) {
      return switch (unit) {
        case "s" -> 1;
        case "h" -> 3_600;
        default -> 60;
      };
    }
  }
}
