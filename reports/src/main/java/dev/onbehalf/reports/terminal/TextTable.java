package dev.onbehalf.reports.terminal;

import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of cells in columns as wide as their widest cell.
 *
 * @param words how many columns hold words and begin at the left; those after them hold numbers and
 *     end at the right
 */
public record TextTable(List<List<String>> rows, int words) {
  private static final String GAP = "  ";

  public TextTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The width of the widest text. */
  static int width(List<String> texts) {
    return texts.stream().mapToInt(PrintableText::width).max().orElse(0);
  }

  /** The rows as lines, each with a gap before its first cell. */
  public List<String> lines() {
    List<Integer> widths =
        IntStream.range(0, rows.get(0).size())
            .mapToObj(column -> width(rows.stream().map(row -> row.get(column)).toList()))
            .toList();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> GAP + cell(row.get(column), widths.get(column), column < words))
        .collect(Collectors.joining());
  }

  private static String cell(String text, int width, boolean left) {
    String room = " ".repeat(width - PrintableText.width(text));
    return left ? text + room : room + text;
  }
}
