package dev.onbehalf.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Text from outside: judged by its characters, and made fit for a message or a terminal. */
public final class PrintableText {
  private static final int LONGEST_QUOTE = 80;
  private static final String CUT = "…";

  /** Letters that nobody sees: the Hangul fillers, which Unicode calls default ignorable. */
  private static final String FILLERS = "\u115f\u1160\u3164\uffa0";

  private PrintableText() {}

  /** The text of octets in UTF-8, of which none may be malformed. */
  public static String decodeUtf8(byte[] octets) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
  }

  /** Whether YAML 1.2 section 5.1 allows the character in a file at all. */
  public static boolean isPrintable(int codePoint) {
    return isLineBreakOrTab(codePoint)
        || (codePoint >= 0x20 && codePoint <= 0x7e)
        || codePoint == 0x85
        || (codePoint >= 0xa0 && codePoint != 0xfffe && codePoint != 0xffff);
  }

  /** Whether the character is invisible, or changes how others look. */
  public static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> FILLERS.indexOf(codePoint) >= 0;
    };
  }

  /** Whether the character separates words. */
  public static boolean isBlank(int codePoint) {
    return codePoint == ' ' || isLineBreakOrTab(codePoint);
  }

  private static boolean isLineBreakOrTab(int codePoint) {
    return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
  }

  /** Whether two people who read the text see the same. */
  public static boolean isIdentifier(String text) {
    int next = 0;
    while (next < text.length() && isSeen(text.codePointAt(next))) {
      next += Character.charCount(text.codePointAt(next));
    }
    return next > 0 && next == text.length();
  }

  private static boolean isSeen(int codePoint) {
    return !isHidden(codePoint) && Character.getType(codePoint) != Character.UNASSIGNED;
  }

  /** The character as it may be printed: itself, a space for a tab, or an escape. */
  public static String visible(int codePoint) {
    if (codePoint == '\t') {
      return " ";
    }
    boolean safe = isPrintable(codePoint) && !isHidden(codePoint);
    return safe ? Character.toString(codePoint) : escape(codePoint);
  }

  /** The character as an escape, such as {@code \u001b}. */
  public static String escape(int codePoint) {
    return codePoint > 0xffff
        ? String.format("\\U%08x", codePoint)
        : String.format("\\u%04x", codePoint);
  }

  /** The text with every hidden character as an escape. */
  public static String escaped(String text) {
    return mapped(text, c -> isHidden(c) ? escape(c) : Character.toString(c));
  }

  /** The text in backticks on one line, cut if it is long. */
  public static String quoted(String text) {
    boolean isLong = width(text) > LONGEST_QUOTE;
    String shown = isLong ? first(text, LONGEST_QUOTE) : text;
    return "`" + mapped(shown, PrintableText::visible) + (isLong ? CUT : "") + "`";
  }

  private static String mapped(String text, IntFunction<String> shown) {
    return text.codePoints().mapToObj(shown).collect(Collectors.joining());
  }

  /** The columns that the text takes: one for each code point. */
  public static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The first code points of the text. */
  public static String first(String text, int width) {
    return text.substring(0, text.offsetByCodePoints(0, width));
  }

  /** The text on {@code width} columns at most, the rest cut off and marked by an ellipsis. */
  public static String cut(String text, int width) {
    return width(text) <= width ? text : first(text, width - 1) + CUT;
  }

  /** The end of the text on {@code width} columns at most: what matters of a path. */
  public static String cutLeft(String text, int width) {
    int excess = width(text) - width;
    return excess <= 0 ? text : CUT + text.substring(text.offsetByCodePoints(0, excess + 1));
  }

  /** The text filled up with spaces. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }
}
