package dev.onbehalf.token.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form has one reading (RFC 6749 appendix B), or it is refused. */
final class FormParametersTest {
  // WHATWG URL section 5.1; `~` is unreserved by RFC 3986 section 2.3
  @ParameterizedTest
  @CsvSource({
    "a=b, b",
    "a=b=c, b=c",
    "a=+, ' '",
    "a=%2B, +",
    "a=%2b, +",
    "a=%25, %",
    "a=~%41~, ~A~",
    "a=%C3%A9, é",
    "%61=b, b",
  })
  void value_isDecodedOnce(String body, String value) throws RefusedRequestException {
    assertEquals(Map.of("a", List.of(value)), FormParameters.parse(body).values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a=", "&", "&&a&b="})
  void parameterWithoutValue_isAsIfOmitted(String body) throws RefusedRequestException {
    assertEquals(Map.of(), FormParameters.parse(body).values());
  }

  @Test
  void valueWithoutName_isTheOneOfTheEmptyName() throws RefusedRequestException {
    assertEquals(Map.of("", List.of("b")), FormParameters.parse("=b").values());
  }

  // RFC 6749 section 3.2: parameters MUST NOT be included more than once; RFC 8693 section 2.1: two
  // may
  @Test
  void parameterTwice_isRefused_butTargets() throws RefusedRequestException {
    assertThrows(RefusedRequestException.class, () -> FormParameters.parse("a=b&a=b"));
    assertThrows(RefusedRequestException.class, () -> FormParameters.parse("=b&=c"));
    FormParameters targets = FormParameters.parse("audience=b&audience=c&resource=d&resource=d");
    assertEquals(List.of("b", "c"), targets.all("audience"));
    assertEquals(List.of("d", "d"), targets.all("resource"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%%",
        "a=%4g",
        "a=%g4",
        "%=a",
        "a=%C3",
        "a=%FF",
        "a=é",
        "a=\u007f",
        "a=%41é",
        "a=%4é",
        "a=%C0%AF",
        "a=%ED%A0%80"
      })
  void whatIsNoUtf8_isRefused(String body) {
    assertThrows(RefusedRequestException.class, () -> FormParameters.parse(body));
  }
}
