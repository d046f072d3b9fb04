package dev.onbehalf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text from a scenario can't steer the terminal, and fits the columns it is given. */
final class PrintableTextTest {
  @Test
  void controlCharacters_areEscaped() {
    assertEquals("a\\u001b[31m\\u000ab\\u0085", PrintableText.escaped("a\u001b[31m\nb\u0085"));
  }

  @Test
  void formatCharacters_areEscaped() {
    assertEquals("\\u202eabc\\u200b\\u2028", PrintableText.escaped("\u202eabc\u200b\u2028"));
  }

  @Test
  void loneSurrogates_areEscapedAndPairsKept() {
    assertEquals("\\ud800 \ud83d\ude00", PrintableText.escaped("\ud800 \ud83d\ude00"));
  }

  @Test
  void cut_atTheWidth_keepsTheText() {
    assertEquals("abcde", PrintableText.cut("abcde", 5));
    assertEquals("abc…", PrintableText.cut("abcde", 4));
    assertEquals("…cde", PrintableText.cutLeft("abcde", 4));
    assertEquals("abcde", PrintableText.cutLeft("abcde", 5));
  }

  @Test
  void cut_countsCodePoints() {
    assertEquals("😀😀", PrintableText.cut("😀😀", 2));
    assertEquals("😀…", PrintableText.cut("😀😀😀", 2));
  }

  @Test
  void quote_isOnOneLine_visible_andCut() {
    assertEquals("`a b`", PrintableText.quoted("a\tb"));
    assertEquals("`a\\u000ab\\u202e`", PrintableText.quoted("a\nb\u202e"));
    assertEquals("`" + "x".repeat(80) + "`", PrintableText.quoted("x".repeat(80)));
    assertEquals("`" + "x".repeat(80) + "…`", PrintableText.quoted("x".repeat(81)));
  }

  @Test
  void identifier_isWhatTwoReadersSeeAlike() {
    assertTrue(PrintableText.isIdentifier("zoë 😀"));
    for (String text : List.of("", "a\nb", "a\u200bb", "\ud800", "\u0378", "\u2028")) {
      assertFalse(PrintableText.isIdentifier(text), text);
    }
  }
}
