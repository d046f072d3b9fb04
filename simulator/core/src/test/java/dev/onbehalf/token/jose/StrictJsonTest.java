package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is one JSON object as RFC 8259 has it, of a bounded depth and length. */
final class StrictJsonTest {
  @Test
  void depth_of32_isRead_andOf33_not() throws InvalidTokenException {
    assertEquals(List.of("a"), read("{\"a\":" + nested(31) + "}").names());
    assertThrows(InvalidTokenException.class, () -> read("{\"a\":" + nested(32) + "}"));
  }

  @Test
  void length_of64KiB_isRead_andTwice_not() throws InvalidTokenException {
    assertEquals(List.of("a"), read("{\"a\":1" + " ".repeat(64 * 1024 - 7) + "}").names());
    assertThrows(
        InvalidTokenException.class, () -> read("{\"a\":1" + " ".repeat(128 * 1024) + "}"));
  }

  @Test
  void escapes_areRead() throws InvalidTokenException {
    assertEquals(
        "\"\\/\b\f\n\r\t\u00e9\ud83d\ude00",
        read("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"}").text("a"));
  }

  @Test
  void whiteSpace_isOfNoMeaning() throws InvalidTokenException {
    assertEquals(7, read(" \t\r\n{ \"a\"\n:\t7 , \"b\" : [ ] }\r\n ").seconds("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "{\"a\":0x1}",
        "{\"a\":Infinity}",
        "{\"a\":[1,]}",
        "{\"a\":[,1]}",
        "{\"a\":[1}",
        "{\"a\":1]",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"b}",
        "{\"a\"=1}",
        "{\"a\":1;\"b\":2}",
        "{\"a\":1} // b",
        "{\"a\":1}#",
        "{\"a\":1}\u0000",
        "{\"a\":1}\u00a0",
        "{\"a\":nul}",
        "{\"a\":True}",
        "{\"a\":{\"b\":1,\"b\":1}}"
      })
  void whatIsNoJson_isRefused(String document) {
    assertThrows(InvalidTokenException.class, () -> read(document));
  }

  private static JsonObject read(String document) throws InvalidTokenException {
    return StrictJson.read("payload", Forge.utf8(document));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
