package dev.onbehalf.notebooks;

import dev.onbehalf.notebooks.NotebookShell.CellFailedException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a cell left below itself.
 *
 * @param text what it printed
 * @param charts the charts that it displayed
 * @param pages how many whole pages it displayed
 */
record CellOutput(String text, List<Chart> charts, long pages) {
  /** So many lines fit a screen. */
  static final int MOST_LINES = 40;

  /** So many characters fit beside each other in the narrower windows. */
  static final int WIDEST = 120;

  private static final Pattern DISPLAYED = Pattern.compile("\u0001([^\u0002]*)\u0002\\[.*]\\R?");
  private static final String PAGE = "<iframe title=\"The report\"";

  CellOutput {
    charts = List.copyOf(charts);
  }

  /** Takes apart what was printed and, between two control characters, displayed. */
  static CellOutput of(String output) {
    List<String> displayed =
        DISPLAYED.matcher(output).results().map((MatchResult one) -> one.group(1)).toList();
    return new CellOutput(
        DISPLAYED.matcher(output).replaceAll(""),
        displayed.stream().filter(one -> !isPage(one)).map(Chart::new).toList(),
        displayed.stream().filter(CellOutput::isPage).count());
  }

  private static boolean isPage(String displayed) {
    return displayed.startsWith(PAGE) && displayed.contains("<html");
  }

  /** Fails where a reader would have to scroll, or couldn't read a chart. */
  CellOutput check() {
    long lines = text.lines().count();
    if (lines > MOST_LINES) {
      throw new CellFailedException("%d lines, at most %d".formatted(lines, MOST_LINES));
    }
    text.lines()
        .filter(line -> line.length() > WIDEST)
        .findFirst()
        .ifPresent(
            line -> {
              throw new CellFailedException("wider than " + WIDEST + " characters: " + line);
            });
    charts.forEach(Chart::check);
    return this;
  }
}
