package dev.onbehalf.cli.plugin;

import dev.onbehalf.evidence.Practice.KnownAs;
import dev.onbehalf.strategy.About;
import dev.onbehalf.text.PrintableText;
import java.util.regex.Pattern;

/** Judges what a plug-in of the file says of its strategy. */
record PlugInWords(String file) {
  private static final int LONGEST = 200;
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** What results say where there is no strategy. */
  private static final String NOBODY = "none";

  void check(About about) throws BadPlugInException {
    boolean isName = isLine(about.name()) && KEBAB_CASE.matcher(about.name()).matches();
    require(
        isName && !about.name().equals(NOBODY),
        "the name of a strategy in kebab-case",
        about.name());
    require(isLine(about.summary()), "a line for a summary", about.summary());
    require(isLine(about.specification()), "a line for a specification", about.specification());
    for (String step : about.practice().steps()) {
      require(isLine(step), "a line for what to do", step);
    }
    for (KnownAs known : about.practice().knownAs()) {
      require(isLine(known.name()), "a line for what others call it", known.name());
      require(isLine(known.page()), "a line for the page", known.page());
    }
  }

  private void require(boolean condition, String expected, String found) throws BadPlugInException {
    if (!condition) {
      throw new BadPlugInException(
          file, "expected %s, but found %s".formatted(expected, PrintableText.quoted(found)));
    }
  }

  private static boolean isLine(String words) {
    return words.length() <= LONGEST && words.codePoints().noneMatch(PrintableText::isHidden);
  }
}
