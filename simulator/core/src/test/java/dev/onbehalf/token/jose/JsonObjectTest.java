package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member has the type that is asked for, or the refusal tells what was found. */
final class JsonObjectTest {
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private static JsonObject object(String value) throws InvalidTokenException {
    return StrictJson.read("payload", Forge.utf8("{\"a\":" + value + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"b\":1}', an object",
        "'[1]', an array",
        "null, `null`",
        "true, `true`",
        "12, `12`",
        "0.5, `0.5`",
      })
  void memberOfAnotherType_isNamedInTheRefusal(String value, String found) {
    InvalidTokenException refusal =
        assertThrows(InvalidTokenException.class, () -> object(value).text("a"));
    assertEquals("expected a string as `a`, found " + found, refusal.getMessage());
  }

  @Test
  void absentMember_isSaidToBeNothing() {
    InvalidTokenException refusal =
        assertThrows(InvalidTokenException.class, () -> object("1").text("b"));
    assertEquals("expected a string as `b`, found nothing", refusal.getMessage());
  }

  @Test
  void memberOfAnInnerObject_isNamedByItsPath() {
    InvalidTokenException refusal =
        assertThrows(InvalidTokenException.class, () -> object("{\"b\":1}").object("a").text("b"));
    assertEquals("expected a string as `a.b`, found `1`", refusal.getMessage());
  }

  // RFC 7519 section 2: seconds since 1970
  @Test
  void date_isOneBetween1970AndTheYear9999() throws InvalidTokenException {
    assertEquals(0, object("0").seconds("a"));
    assertEquals(LAST_SECOND, object("" + LAST_SECOND).seconds("a"));
    assertThrows(InvalidTokenException.class, () -> object("-1").seconds("a"));
    assertThrows(InvalidTokenException.class, () -> object("" + (LAST_SECOND + 1)).seconds("a"));
  }
}
