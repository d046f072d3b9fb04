package dev.onbehalf.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.text.Printable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text from a scenario can't steer the terminal, and fits the columns it is given. */
final class PrintableTest {
  @Test
  void controlCharacters_areEscaped() {
    assertEquals("a\\u001b[31m\\u000ab\\u0085", Printable.text("a\u001b[31m\nb\u0085"));
  }

  @Test
  void formatCharacters_areEscaped() {
    assertEquals("\\u202eabc\\u200b\\u2028", Printable.text("\u202eabc\u200b\u2028"));
  }

  @Test
  void loneSurrogates_areEscapedAndPairsKept() {
    assertEquals("\\ud800 \ud83d\ude00", Printable.text("\ud800 \ud83d\ude00"));
  }

  @Test
  void cut_atTheWidth_keepsTheText() {
    assertEquals("abcde", Printable.cut("abcde", 5));
    assertEquals("abc…", Printable.cut("abcde", 4));
    assertEquals("…cde", Printable.cutLeft("abcde", 4));
    assertEquals("abcde", Printable.cutLeft("abcde", 5));
  }

  @Test
  void cut_countsCodePoints() {
    assertEquals("😀😀", Printable.cut("😀😀", 2));
    assertEquals("😀…", Printable.cut("😀😀😀", 2));
  }

  @Test
  void wrap_breaksAtSpacesAndInsideWordsThatAreTooLong() {
    assertEquals(List.of("ab cd", "ef"), Page.wrap("ab cd ef", 5));
    assertEquals(List.of("ab", "cdefgh", "i"), Page.wrap("ab cdefghi", 6));
    assertEquals(List.of("abc"), Page.wrap("abc", 3));
    assertEquals(List.of(""), Page.wrap("", 3));
  }
}
