package dev.onbehalf.text;

/** Text from outside, made safe for a terminal. */
public final class Printable {
  private static final String CUT = "…";

  private Printable() {}

  /** The text with control, format and surrogate characters as {@code u} and hexadecimal digits. */
  public static String text(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(character -> append(printable, character));
    return printable.toString();
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

  /** The columns that the text takes: one for each code point. */
  public static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The first code points of the text. */
  public static String first(String text, int width) {
    return text.substring(0, text.offsetByCodePoints(0, width));
  }

  /** The text filled up with spaces. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  private static void append(StringBuilder printable, int character) {
    if (!isControl(character)) {
      printable.appendCodePoint(character);
      return;
    }
    for (char unit : Character.toChars(character)) {
      printable.append("\\u%04x".formatted((int) unit));
    }
  }

  private static boolean isControl(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
