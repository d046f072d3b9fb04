package dev.onbehalf.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No line of a page is longer than the terminal. */
final class PageTest {
  @Test
  void wrap_breaksAtSpacesAndInsideWordsThatAreTooLong() {
    assertEquals(List.of("ab cd", "ef"), Page.wrap("ab cd ef", 5));
    assertEquals(List.of("ab", "cdefgh", "i"), Page.wrap("ab cdefghi", 6));
    assertEquals(List.of("abc"), Page.wrap("abc", 3));
    assertEquals(List.of(""), Page.wrap("", 3));
  }
}
