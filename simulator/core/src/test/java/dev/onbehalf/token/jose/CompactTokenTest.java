package dev.onbehalf.token.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No usable token gets into a log line. */
class CompactTokenTest {
  @ParameterizedTest
  @CsvSource({
    "'', (malformed token)",
    "secret, (malformed token)",
    "header.secret, (malformed token)",
    "header.payload., (malformed token)",
    "header.payload.secret., (malformed token)",
    "header.payload.secret.more, (malformed token)",
    "header.key.iv.secret.tag, (malformed token)",
    "header.pay load.secret, (malformed token)",
    "header.payload.secret, header.payload.…"
  })
  void toString_ofAnyText_showsNoSignature(String value, String shown) {
    assertEquals(shown, new CompactToken(value).toString());
  }
}
