package dev.onbehalf.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text from outside: decoded strictly, judged as an identifier, and made fit for a message. */
public final class PlainText {
  private static final int LONGEST_QUOTE = 80;

  private PlainText() {}

  public static String decodeUtf8(byte[] octets) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
  }

  /** Whether two people who read it see the same: no control, format or surrogate characters. */
  public static boolean isIdentifier(String text) {
    int next = 0;
    while (next < text.length() && isVisible(text.codePointAt(next))) {
      next += Character.charCount(text.codePointAt(next));
    }
    return next > 0 && next == text.length();
  }

  /** The text in backticks, with what could garble a terminal or a log escaped. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder("`");
    text.codePoints().limit(LONGEST_QUOTE).forEach(c -> quoted.append(escape(c)));
    return quoted.append(text.codePoints().count() > LONGEST_QUOTE ? "…`" : "`").toString();
  }

  private static String escape(int codePoint) {
    return isVisible(codePoint) && codePoint != '`'
        ? Character.toString(codePoint)
        : String.format("\\u%04x", codePoint);
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
