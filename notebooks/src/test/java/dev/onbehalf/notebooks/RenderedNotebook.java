package dev.onbehalf.notebooks;

import dev.onbehalf.notebooks.Notebook.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A notebook as Markdown, with what a run left below its cells, for readers without a kernel. What
 * depends on the machine is left out: how charts are drawn, as their letters are outlines of its
 * fonts, and whole pages.
 */
final class RenderedNotebook {
  private static final int LONGEST_SHOWN = 12;
  private static final String FENCE = "```";

  private RenderedNotebook() {}

  /** Puts together a notebook and the outputs of its cells with code. */
  static String of(Notebook notebook, List<CellOutput> outputs) {
    List<String> blocks = new ArrayList<>(List.of("<!-- generated from " + notebook + " -->"));
    Iterator<CellOutput> output = outputs.iterator();
    for (Cell cell : notebook.cells()) {
      blocks.add(cell.isCode() ? code(cell, output.next()) : text(cell));
    }
    return String.join("\n\n", blocks) + "\n";
  }

  /** Its links go from one folder deeper. */
  private static String text(Cell cell) {
    return cell.source().replace("](../", "](../../");
  }

  private static String code(Cell cell, CellOutput output) {
    List<String> blocks = new ArrayList<>();
    String source = fenced("java", cell.source());
    boolean shown = cell.isAnswer() || cell.source().lines().count() <= LONGEST_SHOWN;
    blocks.add(shown ? source : folded("Code", source));
    if (!output.text().isBlank()) {
      blocks.add(fenced("", output.text()));
    }
    if (output.pages() > 0) {
      blocks.add("*The whole page of the report stands here in the notebook.*");
    }
    output.charts().forEach(chart -> blocks.add(chart(chart)));
    String all = String.join("\n\n", blocks);
    return cell.isAnswer() ? folded("Answer", all) : all;
  }

  /** A chart in words: its title, and a line for each series. */
  private static String chart(Chart chart) {
    List<String> parts = Arrays.asList(chart.words().split("; ", -1));
    return parts.stream()
        .skip(1)
        .map(series -> "\n- " + series)
        .collect(Collectors.joining("", "*Chart: " + parts.get(0) + "*\n", ""));
  }

  private static String fenced(String language, String text) {
    return FENCE + language + "\n" + text.stripTrailing() + "\n" + FENCE;
  }

  private static String folded(String title, String text) {
    return "<details><summary>%s</summary>\n\n%s\n\n</details>".formatted(title, text);
  }
}
