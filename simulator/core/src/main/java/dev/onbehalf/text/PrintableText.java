package dev.onbehalf.text;

/** Which characters a scenario may hold, and how the others are shown. */
public final class PrintableText {
  private static final int LONGEST_QUOTE = 60;

  private PrintableText() {}

  /** Whether YAML 1.2 section 5.1 allows the character in a file at all. */
  public static boolean isPrintable(int codePoint) {
    return isLineBreakOrTab(codePoint)
        || (codePoint >= 0x20 && codePoint <= 0x7e)
        || codePoint == 0x85
        || (codePoint >= 0xa0 && codePoint != 0xfffe && codePoint != 0xffff);
  }

  /** Whether the character is invisible, or changes how others look: refused in every text. */
  public static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> !isLineBreakOrTab(codePoint);
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Whether the character separates words. */
  public static boolean isBlank(int codePoint) {
    return codePoint == ' ' || isLineBreakOrTab(codePoint);
  }

  private static boolean isLineBreakOrTab(int codePoint) {
    return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
  }

  /** The character as it may be printed: itself, a space for a tab, or an escape. */
  public static String visible(int codePoint) {
    if (codePoint == '\t') {
      return " ";
    }
    boolean safe = isPrintable(codePoint) && !isHidden(codePoint) && codePoint >= ' ';
    return safe ? Character.toString(codePoint) : escape(codePoint);
  }

  /** The character as an escape, such as {@code \u001b}. */
  public static String escape(int codePoint) {
    return codePoint > 0xffff
        ? String.format("\\U%08x", codePoint)
        : String.format("\\u%04x", codePoint);
  }

  /** The text in backticks on one line, cut if it is long. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("`");
    text.codePoints().limit(LONGEST_QUOTE).forEach(c -> quoted.append(visible(c)));
    boolean cut = text.codePointCount(0, text.length()) > LONGEST_QUOTE;
    return quoted.append(cut ? "…`" : "`").toString();
  }
}
