package dev.onbehalf.scenario.yaml;

import dev.onbehalf.text.PrintableText;

/** The source line of a problem with carets under the offending word. */
final class Excerpt {
  private static final int COLUMNS = 100;
  private static final int LEAST_AFTER = 60;

  private final SourceText source;
  private final int lineStart;
  private final int lineEnd;
  private final Span word;

  private Excerpt(SourceText source, Span word) {
    this.source = source;
    this.lineStart = source.lineStart(word.start());
    this.lineEnd = source.lineEnd(word.start());
    this.word = word;
  }

  /** Two lines without a line end after the second; empty for an empty file. */
  static String of(SourceText source, Span word) {
    return source.length() == 0 ? "" : new Excerpt(source, word).render();
  }

  private String render() {
    int after = Math.min(LEAST_AFTER, visible(word.start(), lineEnd, COLUMNS).length());
    String before = before(COLUMNS - after);
    String rest = visible(word.start(), lineEnd, COLUMNS - before.length());
    int wordEnd = Math.min(word.end(), lineEnd);
    int carets = visible(word.start(), wordEnd, COLUMNS - before.length()).length();
    return before + rest + "\n" + " ".repeat(before.length()) + "^".repeat(Math.max(1, carets));
  }

  private String before(int columns) {
    StringBuilder before = new StringBuilder();
    for (int i = word.start() - 1; i >= lineStart; i--) {
      String shown = PrintableText.visible(source.at(i));
      if (before.length() + shown.length() > columns) {
        break;
      }
      before.insert(0, shown);
    }
    return before.toString();
  }

  private String visible(int from, int to, int columns) {
    StringBuilder line = new StringBuilder();
    for (int i = from; i < to; i++) {
      String shown = PrintableText.visible(source.at(i));
      if (line.length() + shown.length() > columns) {
        break;
      }
      line.append(shown);
    }
    return line.toString();
  }
}
