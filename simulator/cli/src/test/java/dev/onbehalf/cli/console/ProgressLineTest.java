package dev.onbehalf.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Progress is shown to those who have waited for a second, and leaves no trace. */
final class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long now = Long.MAX_VALUE - 5;

  @Test
  void workOfLessThanASecond_drawsNothing() {
    try (ProgressLine line = line(true)) {
      now += 999_999_999;
      line.report("live run", 1, 2);
    }
    assertEquals("", text());
  }

  @Test
  void workOfASecond_drawsOneLineAndClearsIt() {
    try (ProgressLine line = line(true)) {
      now += 1_000_000_000;
      line.report("live run", 1, 2);
      assertTrue(text().startsWith("\rlive run: 1 of 2  "), text());
    }
    assertTrue(text().endsWith("\r" + " ".repeat(79) + "\r"), text());
  }

  @Test
  void reports_inQuickSuccession_drawOnce() {
    try (ProgressLine line = line(true)) {
      now += 1_000_000_000;
      line.report("live run", 1, 2);
      line.report("live run", 2, 2);
    }
    assertEquals(1, text().split("live", -1).length - 1, text());
  }

  @Test
  void stream_thatNobodyWatches_staysEmpty() {
    try (ProgressLine line = line(false)) {
      now += 5_000_000_000L;
      line.report("live run", 1, 2);
    }
    assertEquals("", text());
  }

  @Test
  void longNames_areCut() {
    try (ProgressLine line = line(true)) {
      now += 1_000_000_000;
      line.report("x".repeat(300), 1, 2);
    }
    assertTrue(text().split("\r", -1)[1].length() == 79, text());
  }

  private ProgressLine line(boolean watched) {
    return new ProgressLine(new PrintStream(bytes, true, UTF_8), () -> watched, () -> now);
  }

  private String text() {
    return bytes.toString(UTF_8);
  }
}
