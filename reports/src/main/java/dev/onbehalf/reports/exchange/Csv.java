package dev.onbehalf.reports.exchange;

import java.util.List;
import java.util.stream.Collectors;

/** Rows of a table in CSV (RFC 4180). */
final class Csv {
  private Csv() {}

  /** The row, with the end of its line. */
  static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String inert = inert(text);
    boolean plain = inert.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? inert : '"' + inert.replace("\"", "\"\"") + '"';
  }

  /** Spreadsheets run cells that begin like formulas; an apostrophe makes them text. */
  private static String inert(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
