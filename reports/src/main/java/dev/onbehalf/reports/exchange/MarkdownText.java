package dev.onbehalf.reports.exchange;

import java.util.regex.Pattern;

/** Text that Markdown shows as it is: no markup, no HTML, no mentions, no line ends. */
public final class MarkdownText {
  // CommonMark section 2.4: any ASCII punctuation may be escaped by a backslash. The hyphen, the
  // dot and the like mean something at the start of a line only, where no text of ours stands.
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|!&~@:]");
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private MarkdownText() {}

  public static String escaped(String text) {
    return LINE_END.matcher(MARKUP.matcher(text).replaceAll("\\\\$0")).replaceAll(" ");
  }
}
