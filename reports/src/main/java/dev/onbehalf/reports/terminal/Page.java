package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** Lines of text for a terminal, none longer than its width. */
final class Page {
  static final int WIDTH = 100;

  /** A space at which no line ends. */
  private static final char JOINT = '\u00a0';

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  Page(Style style) {
    this.style = style;
  }

  /** The text so far. */
  String text() {
    return text.toString();
  }

  void blank() {
    text.append('\n');
  }

  void heading(String words) {
    blank();
    line(words, Tone.STRONG);
  }

  void line(String words) {
    line(StyledText.of(words));
  }

  void line(String words, Tone tone) {
    line(new StyledText(words, tone));
  }

  /** One line; the caller sees to its width. */
  void line(StyledText... spans) {
    line(List.of(spans));
  }

  void line(List<StyledText> spans) {
    StringBuilder line = new StringBuilder();
    spans.forEach(span -> line.append(style.paint(span.tone(), span.text())));
    text.append(line.toString().stripTrailing()).append('\n');
  }

  void wrapped(String before, String words) {
    wrapped(before, words, Tone.NORMAL);
  }

  void wrapped(String before, String words, Tone tone) {
    wrapped(StyledText.of(before), new StyledText(words, tone));
  }

  /** The words wrapped, with the first span before the first line and room for it before others. */
  void wrapped(StyledText before, StyledText words) {
    StyledText margin = StyledText.of(" ".repeat(before.width()));
    List<String> lines = wrap(words.text(), WIDTH - before.width());
    for (int i = 0; i < lines.size(); i++) {
      line(i == 0 ? before : margin, new StyledText(lines.get(i), words.tone()));
    }
  }

  /** The text as it is, but with the number of a line kept beside its word. */
  private static String joined(String text) {
    return text.replaceAll("\\bline (?=\\d)", "line" + JOINT);
  }

  /** The text in lines of at most {@code width} columns, broken at spaces where there are any. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = joined(text);
    while (PrintableText.width(rest) > width) {
      String fitting = PrintableText.first(rest, width + 1);
      int space = fitting.lastIndexOf(' ');
      String line = space > 0 ? fitting.substring(0, space) : PrintableText.first(rest, width);
      lines.add(line.replace(JOINT, ' '));
      rest = rest.substring(line.length()).stripLeading();
    }
    lines.add(rest.replace(JOINT, ' '));
    return lines;
  }
}
