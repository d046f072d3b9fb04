package dev.onbehalf.reports.exchange;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in GitHub-flavoured Markdown; its cells are Markdown already. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /** The lines of the table. */
  public static Stream<String> lines(List<String> heading, Stream<List<String>> rows) {
    List<String> rule = heading.stream().map(cell -> "---").toList();
    return Stream.concat(Stream.of(heading, rule), rows).map(MarkdownTable::line);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
