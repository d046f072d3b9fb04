package dev.onbehalf.scenario.yaml;

import dev.onbehalf.scenario.Position;
import dev.onbehalf.text.PrintableText;
import java.util.Arrays;

/** The text of a scenario file, addressed by code points and by lines. */
public final class SourceText {
  /** The largest file accepted, in bytes. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private final String text;
  private final int[] codePoints;
  private final int[] lineStarts;

  public SourceText(String text) {
    this.text = text;
    this.codePoints = text.codePoints().toArray();
    this.lineStarts = lineStarts(codePoints);
  }

  private static int[] lineStarts(int[] codePoints) {
    int[] starts = new int[64];
    int lines = 1;
    for (int i = 0; i < codePoints.length; i++) {
      if (endsLine(codePoints, i)) {
        starts = lines < starts.length ? starts : Arrays.copyOf(starts, 2 * lines);
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean endsLine(int[] codePoints, int i) {
    boolean beforeLineFeed = i + 1 < codePoints.length && codePoints[i + 1] == '\n';
    return codePoints[i] == '\n' || (codePoints[i] == '\r' && !beforeLineFeed);
  }

  String text() {
    return text;
  }

  int length() {
    return codePoints.length;
  }

  /** The character at the offset, or -1 outside the text. */
  public int at(int offset) {
    return offset >= 0 && offset < codePoints.length ? codePoints[offset] : -1;
  }

  /** The place just behind the text. */
  public Span end() {
    return new Span(codePoints.length, codePoints.length + 1);
  }

  public Position position(int offset) {
    int line = line(offset);
    return new Position(line + 1, offset - lineStarts[line] + 1);
  }

  /** The number of the line, counted from 1. */
  public int lineNumber(Span span) {
    return line(span.start()) + 1;
  }

  int lineStart(int offset) {
    return lineStarts[line(offset)];
  }

  /** Where the line of the offset ends, its line break excluded. */
  int lineEnd(int offset) {
    int end = lineStart(offset);
    while (end < codePoints.length && at(end) != '\n' && at(end) != '\r') {
      end++;
    }
    return end;
  }

  /** The span, moved to the end of the line's text if it begins within the line break. */
  Span beforeLineBreak(Span span) {
    int start = Math.min(span.start(), lineEnd(span.start()));
    return new Span(start, Math.max(start + 1, span.end()));
  }

  /** The word that begins at the offset, one character at least. */
  Span wordAt(int offset) {
    int end = offset + 1;
    while (end < codePoints.length
        && !PrintableText.isBlank(at(end))
        && ",[]{}".indexOf(at(end)) < 0) {
      end++;
    }
    return new Span(offset, end);
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
