package dev.onbehalf.scenario.yaml;

import dev.onbehalf.text.PrintableText;
import java.util.stream.IntStream;

/** What YAML allows and a scenario does not. */
public final class YamlChecks {
  static final int LONGEST = 65_536;
  static final String TOO_LONG = "a text has at most " + LONGEST + " characters";

  private final SourceText source;
  private final Problems problems;
  private int lastProperty = -1;

  YamlChecks(SourceText source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Reports every character that no YAML file may hold. */
  public static void printable(SourceText source, Problems problems) {
    IntStream.range(0, source.length())
        .filter(i -> !PrintableText.isPrintable(source.at(i)))
        .forEach(i -> problems.add(new Span(i, i + 1), () -> refused(source.at(i))));
    if (source.at(0) == 0xfeff) {
      problems.add(new Span(0, 1), refused(source.at(0)));
    }
  }

  private static String refused(int codePoint) {
    return "the character `" + PrintableText.escape(codePoint) + "` is not allowed";
  }

  /** Reports {@code %YAML} and the like, which stand before the document only. */
  void directives() {
    for (int i = 0; i < source.length(); i = afterLine(i)) {
      if (source.at(i) == '%') {
        problems.add(source.wordAt(i), "directives are not allowed; remove this line");
      } else if (!isBlankOrComment(i)) {
        return;
      }
    }
  }

  private int afterLine(int offset) {
    int end = source.lineEnd(offset);
    return source.at(end) == '\r' && source.at(end + 1) == '\n' ? end + 2 : end + 1;
  }

  private boolean isBlankOrComment(int lineStart) {
    int i = lineStart;
    while (source.at(i) == ' ' || source.at(i) == '\t') {
      i++;
    }
    return source.at(i) == '#' || i == source.lineEnd(lineStart);
  }

  /** Reports an anchor, alias or tag before the node; whether there was one. */
  boolean properties(Span span) {
    String problem = property(source.at(span.start()));
    if (problem.isEmpty() || span.start() == span.end()) {
      return false;
    }
    if (span.start() != lastProperty) {
      problems.add(source.wordAt(span.start()), problem);
    }
    lastProperty = span.start();
    return true;
  }

  static String property(int codePoint) {
    return switch (codePoint) {
      case '&' -> "anchors are not allowed; put a text that begins with `&` in quotes";
      case '*' -> "aliases are not allowed; write the value out";
      case '!' -> "tags are not allowed; put a text that begins with `!` in quotes";
      default -> "";
    };
  }

  /** Reports a key that can't be one; whether it can. */
  boolean key(Word key, Span raw) {
    properties(raw);
    if (key.is("<<") && source.at(raw.start()) == '<') {
      problems.add(key.span(), "merge keys are not allowed; write the entries out");
      return false;
    }
    if (key.text().isEmpty()) {
      problems.add(indicatorBefore(raw.start() + 1), "expected a key before `:`");
      return false;
    }
    return !hidden(key.text(), raw);
  }

  /** Reports the control and format characters of a text; whether there was one. */
  boolean hidden(String text, Span raw) {
    if (text.codePoints().noneMatch(YamlChecks::isRefused)) {
      return false;
    }
    int[] codePoints = text.codePoints().toArray();
    int[] offsets = ScalarWords.offsets(text, raw, source);
    IntStream.range(0, codePoints.length)
        .filter(i -> isRefused(codePoints[i]))
        .forEach(i -> problems.add(escapeAt(offsets[i]), () -> refused(codePoints[i])));
    return true;
  }

  private static boolean isRefused(int codePoint) {
    return PrintableText.isHidden(codePoint) && !PrintableText.isBlank(codePoint);
  }

  private Span escapeAt(int offset) {
    int width = source.at(offset) == '\\' ? Escapes.width(source, offset) : 1;
    return new Span(offset, Math.min(offset + width, source.length()));
  }

  /** The {@code -} or {@code :} after which a value is absent. */
  Span indicatorBefore(int offset) {
    int at = Math.max(0, Math.min(offset, source.length()) - 1);
    return new Span(at, at + 1);
  }

  /** The {@code ---} of the document that the offset lies in. */
  Span documentMark(int offset) {
    int line = source.lineStart(offset);
    while (line > 0 && !(source.at(line) == '-' && source.at(line + 1) == '-')) {
      line = source.lineStart(line - 1);
    }
    return source.wordAt(line);
  }
}
