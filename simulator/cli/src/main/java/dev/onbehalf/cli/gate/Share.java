package dev.onbehalf.cli.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share, written as a percentage. */
record Share(double value) {
  private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?) ?%");

  /** Reads percentages between 0 and 100. */
  static final class Reader implements ITypeConverter<Share> {
    @Override
    public Share convert(String text) {
      Matcher matcher = PERCENTAGE.matcher(text.strip());
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "expected a percentage like 10%, but found `" + text + "`");
      }
      double value = Double.parseDouble(matcher.group(1)) / 100;
      if (value <= 0 || value > 1) {
        throw new TypeConversionException(
            "expected a percentage above 0% and up to 100%, but found `" + text + "`");
      }
      return new Share(value);
    }
  }
}
