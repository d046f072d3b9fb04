package dev.onbehalf.scenario.yaml;

import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the characters of a scalar in the source: quotes, escapes and folded lines make the two
 * differ, but never the order of the characters that aren't blank.
 */
public final class ScalarWords {
  private final SourceText source;
  private final int end;
  private final int style;
  private int cursor;

  private ScalarWords(SourceText source, Span raw) {
    this.source = source;
    this.end = raw.end();
    this.style = source.at(raw.start());
    this.cursor = contentStart(raw.start());
  }

  /** The words of a scalar; a comma is a word of its own. */
  public static List<Word> of(YamlNode.Scalar scalar, SourceText source) {
    int[] codePoints = scalar.text().codePoints().toArray();
    int[] offsets = offsets(scalar.text(), scalar.raw(), source);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < codePoints.length; ) {
      int next = wordEnd(codePoints, i);
      if (next > i) {
        words.add(word(codePoints, offsets, i, next));
      }
      i = Math.max(next, i + 1);
    }
    return words;
  }

  private static int wordEnd(int[] codePoints, int start) {
    if (codePoints[start] == ',') {
      return start + 1;
    }
    int end = start;
    while (end < codePoints.length
        && !PrintableText.isBlank(codePoints[end])
        && codePoints[end] != ',') {
      end++;
    }
    return end;
  }

  private static Word word(int[] codePoints, int[] offsets, int start, int end) {
    Span span = new Span(offsets[start], offsets[end - 1] + 1);
    return new Word(new String(codePoints, start, end - start), span);
  }

  /** Where the text of a scalar stands, without its quotes. */
  static Span content(String text, Span raw, SourceText source) {
    if (text.isBlank() || "\"'|>".indexOf(source.at(raw.start())) < 0) {
      return raw;
    }
    int[] offsets = offsets(text.strip(), raw, source);
    return new Span(offsets[0], offsets[offsets.length - 1] + 1);
  }

  /** The offset of each character of the text. */
  static int[] offsets(String text, Span raw, SourceText source) {
    ScalarWords words = new ScalarWords(source, raw);
    return text.codePoints().map(words::offset).toArray();
  }

  private int offset(int codePoint) {
    if (PrintableText.isBlank(codePoint)) {
      return lastIfBeyond(cursor);
    }
    while (cursor < end && PrintableText.isBlank(decoded())) {
      cursor += width();
    }
    int found = lastIfBeyond(cursor);
    cursor += width();
    return found;
  }

  private int lastIfBeyond(int offset) {
    return Math.max(0, Math.min(offset, end - 1));
  }

  private int contentStart(int start) {
    return switch (style) {
      case '"', '\'' -> start + 1;
      case '|', '>' -> source.lineEnd(start);
      default -> start;
    };
  }

  private int decoded() {
    return isEscape() ? Escapes.value(source, cursor) : source.at(cursor);
  }

  private int width() {
    if (style == '\'' && source.at(cursor) == '\'') {
      return 2;
    }
    return isEscape() ? Escapes.width(source, cursor) : 1;
  }

  private boolean isEscape() {
    return style == '"' && source.at(cursor) == '\\';
  }
}
