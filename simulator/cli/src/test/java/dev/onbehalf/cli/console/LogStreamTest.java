package dev.onbehalf.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No text gives orders to the service that keeps the log. Their readers skip blanks before {@code
 * ::} (actions/runner, ActionCommand.TryParseV2), and look for {@code ##[} and {@code ##vso[}
 * anywhere in a line.
 */
final class LogStreamTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "::error::x|:\\u003aerror::x",
        "a¶::stop-commands::x|a¶:\\u003astop-commands::x",
        "a¬::add-mask::x|a¬:\\u003aadd-mask::x",
        "  \t::error::x|  \t:\\u003aerror::x",
        "\u3000::error::x|\u3000:\\u003aerror::x",
        "a ##[error]x|a ##\\u005berror]x",
        "a ##vso[task.setvariable]x|a ##\\u0076so[task.setvariable]x",
        "###VSO[x]|###\\u0056SO[x]",
        "##teamcity[x]|##\\u0074eamcity[x]",
        "file.yaml:5:67: a :: b|file.yaml:5:67: a :: b",
        "spiffe://corp ## x # y: z|spiffe://corp ## x # y: z",
        "größe ✓ ✗|größe ✓ ✗",
      })
  void text_arrivesWithoutOrders(String text, String shown) {
    assertEquals(lines(shown), written(lines(text), false));
    assertEquals(lines(shown), written(lines(text), true));
  }

  @Test
  void annotation_isTheOnlyOrderOfItsLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = LogStream.to(bytes);
    stream.print("a\n");
    LogStream.begin(stream, "::error ");
    stream.print("file=b::c ##[error]d\n::error::e\n");
    assertEquals(
        "a\n::error file=b::c ##\\u005berror]d\n:\\u003aerror::e\n", bytes.toString(UTF_8));
  }

  private static String lines(String text) {
    return text.replace('¶', '\n').replace('¬', '\r');
  }

  private static String written(String text, boolean letterByLetter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = LogStream.to(bytes);
    if (letterByLetter) {
      text.codePoints().mapToObj(Character::toString).forEach(stream::print);
    } else {
      stream.print(text);
    }
    return bytes.toString(UTF_8);
  }
}
