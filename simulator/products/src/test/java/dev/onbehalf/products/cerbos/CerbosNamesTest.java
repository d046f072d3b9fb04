package dev.onbehalf.products.cerbos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** No name ends the text that it stands in. */
final class CerbosNamesTest {
  @Test
  void quoted_isOneText() {
    assertEquals("\"a\\\"b\\\\c\"", CerbosNames.quoted("a\"b\\c"));
    assertEquals("\"a\\u000ab\\u200bc\\u2028\"", CerbosNames.quoted("a\nb\u200bc\u2028"));
    assertEquals("\"(planner)*'ü\ud83d\ude00\"", CerbosNames.quoted("(planner)*'ü\ud83d\ude00"));
  }
}
