package dev.onbehalf.reports.exchange;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text and tables in GitHub-flavoured Markdown. */
public final class Markdown {
  // CommonMark section 2.4: any ASCII punctuation may be escaped by a backslash. The hyphen, the
  // dot and the like mean something at the start of a line only, where no text of ours stands.
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|!&~@:]");
  private static final Pattern LINE_END = Pattern.compile("\\R");

  private Markdown() {}

  /** The text as Markdown shows it: no markup, no HTML, no mentions, no line ends. */
  public static String escaped(String text) {
    return LINE_END.matcher(MARKUP.matcher(text).replaceAll("\\\\$0")).replaceAll(" ");
  }

  /** The lines of a table whose cells are Markdown already. */
  public static Stream<String> table(List<String> heading, Stream<List<String>> rows) {
    List<String> rule = heading.stream().map(cell -> "---").toList();
    return Stream.concat(Stream.of(heading, rule), rows).map(Markdown::line);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
