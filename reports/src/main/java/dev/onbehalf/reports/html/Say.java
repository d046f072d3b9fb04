package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Charts;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Words that may be a scenario's, as markup: each that is long is shortened in the middle, and each
 * that is written from the right stands apart, so that it moves no other.
 */
public final class Say {
  private static final int LONGEST = 40;
  private static final int END = 16;

  /** The text, escaped. */
  public TemplateHTMLOutputModel of(String text) {
    return Charts.markup(
        Arrays.stream(text.split(" ", -1)).map(Say::word).collect(Collectors.joining(" ")));
  }

  private static String word(String word) {
    boolean isLong = word.codePointCount(0, word.length()) > LONGEST;
    if (!isLong && word.chars().allMatch(c -> c < 0x80)) {
      return escaped(word);
    }
    return isLong
        ? "<bdi title=\"" + escaped(word) + "\">" + escaped(shortened(word)) + "</bdi>"
        : "<bdi>" + escaped(word) + "</bdi>";
  }

  private static String shortened(String word) {
    int start = word.offsetByCodePoints(0, LONGEST - END - 1);
    return word.substring(0, start)
        + "…"
        + word.substring(word.offsetByCodePoints(word.length(), -END));
  }

  private static String escaped(String text) {
    return HTMLOutputFormat.INSTANCE.escapePlainText(text);
  }
}
