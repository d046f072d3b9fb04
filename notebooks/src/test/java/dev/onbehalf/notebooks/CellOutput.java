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
 */
record CellOutput(String text, List<Chart> charts) {
  /** So many lines fit a screen. */
  static final int MOST_LINES = 40;

  /** So many characters fit beside each other in the narrower windows. */
  static final int WIDEST = 120;

  private static final Pattern DISPLAYED = Pattern.compile("\u0001([^\u0002]*)\u0002");

  CellOutput {
    charts = List.copyOf(charts);
  }

  /** Takes apart what was printed and, between two control characters, displayed. */
  static CellOutput of(String output) {
    List<Chart> charts =
        DISPLAYED
            .matcher(output)
            .results()
            .map((MatchResult displayed) -> new Chart(displayed.group(1)))
            .toList();
    return new CellOutput(DISPLAYED.matcher(output).replaceAll(""), charts);
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
