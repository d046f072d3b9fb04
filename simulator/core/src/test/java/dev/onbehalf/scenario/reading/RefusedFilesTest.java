package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.onbehalf.scenario.yaml.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no scenario is refused at the word that makes it none, and nowhere else. */
final class RefusedFilesTest {
  private static final String EMPTY =
      "1:1: the file is empty; expected keys such as `scenario` and `users`";
  private static final String NO_MAP = "expected a map with keys such as `scenario` and `users`";
  private static final String ONE_DOCUMENT =
      "a scenario is one document; expected the end of the file";
  private static final String ANCHOR =
      "anchors are not allowed; put a text that begins with `&` in quotes";
  private static final String TAG =
      "tags are not allowed; put a text that begins with `!` in quotes";
  private static final String ALIAS = "aliases are not allowed; write the value out";
  private static final String COLON =
      "unexpected `:`; put a text with `: ` in quotes, or mend the indentation";

  static Stream<Arguments> wholeFiles() {
    return Stream.of(
        arguments("", EMPTY),
        arguments("\n\n# nothing\n", EMPTY),
        arguments("---\n", "1:1: " + NO_MAP),
        arguments("hello", "1:1: " + NO_MAP),
        arguments("- a\n- b\n", "1:1: " + NO_MAP),
        arguments("%YAML 1.2\n---\n[]", "1:1: directives are not allowed; remove this line"));
  }

  @ParameterizedTest
  @MethodSource
  void wholeFiles(String text, String firstProblem) {
    assertEquals(firstProblem, Reading.problems(text).get(0));
  }

  static Stream<Arguments> yaml() {
    return Stream.of(
        arguments("users", "users: &u [alice, bob]", "2:8: " + ANCHOR),
        arguments("users", "users: [&a alice, bob]", "2:9: " + ANCHOR),
        arguments("users", "&k users: [alice, bob]", "2:1: " + ANCHOR),
        arguments("users", "users: [alice, bob, *a]", "2:21: " + ALIAS),
        arguments("users", "users: !!seq [alice, bob]", "2:8: " + TAG),
        arguments("users", "users: [alice, bob, ! x]", "2:21: " + TAG),
        arguments("users", "users: [alice, bob, !!int x]", "2:21: " + TAG),
        arguments(
            "default", "<<: {a: b}", "8:1: merge keys are not allowed; write the entries out"),
        arguments(
            "default",
            "default: {<<: *a}",
            "8:10: `default`: expected `deny` or `unspecified`, found a map|8:11: merge keys are not allowed; write the entries out|8:15: "
                + ALIAS),
        arguments("expect", "---\n", "10:1: " + ONE_DOCUMENT),
        arguments("expect", "--- # more\nscenario: t", "10:1: " + ONE_DOCUMENT),
        arguments("expect", "...\nmore", "11:1: " + ONE_DOCUMENT),
        arguments("default", "default: a: b", "8:11: " + COLON),
        arguments("default", "default: 'deny", "8:10: the closing quote is missing"),
        arguments(
            "default",
            "default: @deny",
            "8:10: no text begins with this character; put it in quotes"),
        arguments(
            "users",
            "users: [u[1..3], alice]",
            "2:10: unexpected `[`; put a range such as `u[1..9]` in quotes"),
        arguments("default", "\tdefault: deny", "8:1: unexpected tab; indent with spaces"),
        arguments(
            "default",
            "default: \"\\q\"",
            "8:12: unknown escape; in double quotes write `\\\\` for a backslash"),
        arguments(
            "default",
            "- x",
            "8:1: this does not continue what stands above; mend the indentation"),
        arguments("default", "'': x", "8:1: expected a key before `:`"),
        arguments("default", "? [a]\n: b", "8:3: a key must be text, not a list or a map"),
        arguments(
            "default",
            "default: [[[[[[[[[[]]]]]]]]]]",
            "8:17: nested deeper than any part of a scenario"),
        arguments(
            "default",
            "default: deny\ndefault: deny",
            "9:1: `default` is a key of this map already, on line 8"),
        arguments(
            "context",
            "context: {mode: [a], mode: [b]}",
            "7:22: `mode` is a key of this map already, on line 7"),
        arguments(
            "users",
            "users: [alice, bob, \"a\\0b\"]",
            "2:23: the character `\\u0000` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, \"\\e\"]",
            "2:22: the character `\\u001b` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, \"x\\u202ey\"]",
            "2:23: the character `\\u202e` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, x\u202ey]",
            "2:22: the character `\\u202e` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, x\u2028y]",
            "2:22: the character `\\u2028` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, \"\\ud800\"]",
            "2:22: the character `\\ud800` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob, x\u0000y]",
            "2:22: the character `\\u0000` is not allowed"),
        arguments(
            "users",
            "users: [alice, bob] # \u001b",
            "2:23: the character `\\u001b` is not allowed"),
        arguments("default", "d\u200befault: deny", "8:2: the character `\\u200b` is not allowed"));
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void brokenLine_isReportedAtTheWord(String key, String line, String expected) {
    assertEquals(List.of(expected.split("\\|")), Reading.problems(Reading.with(key, line)));
  }

  @Test
  void sizeLimit_isCheckedBeforeAnythingElse() {
    byte[] bytes = new byte[SourceText.MAX_BYTES + 1];
    assertEquals(
        List.of("1:1: the file has 8388609 bytes; at most 8388608 are read"),
        Reading.lines(Reading.refusal(bytes)));
  }

  @Test
  void otherEncodings_areNamed() {
    byte[] utf16 = "scenario: s".getBytes(StandardCharsets.UTF_16);
    assertEquals(
        List.of("1:1: the file is UTF-16 or UTF-32; save it as UTF-8"),
        Reading.lines(Reading.refusal(utf16)));
  }

  @Test
  void invalidBytes_areReportedWithTheirOffset() {
    byte[] latin = "scenario: s\nabout: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        List.of("2:8: byte 20 of the file, 0xe9, is not UTF-8; save the file as UTF-8"),
        Reading.lines(Reading.refusal(latin)));
    byte[] overlong = {'a', (byte) 0xc0, (byte) 0xaf};
    assertEquals(
        List.of("1:2: byte 2 of the file, 0xc0, is not UTF-8; save the file as UTF-8"),
        Reading.lines(Reading.refusal(overlong)));
  }
}
