package dev.onbehalf.cli.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only runs that are sure to be short get a second process, and only where there can be one. */
final class QuickStartTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void processThatCannotBeStarted_leavesTheRunToTheFirst() {
    Path nowhere = folder.resolve("java");
    assertEquals(OptionalInt.empty(), QuickStart.run(nowhere, folder.resolve("sim.jar")));
  }

  /** As {@code printf 123456789 | cksum} prints it. */
  @Test
  void checksum_isThatOfPosix() {
    assertEquals(930766865, Archive.checksum("123456789".getBytes(US_ASCII)));
    assertEquals(0xFFFFFFFF, Archive.checksum(new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({
    "--no-bench FILE, true",
    "explain FILE, true",
    "why FILE ann read disk, true",
    "FILE, false",
    "--no-bench, false",
    "--no-bench missing.yaml, false",
    "--no-bench --plugins here FILE, false",
    "bench FILE, false",
    "serve, false",
    "watch FILE, false",
  })
  void run_isShort_whereNothingIsMeasuredOrLoaded(String words, boolean isShort) throws Exception {
    assertShort(isShort, words, "scenario: small\n");
  }

  @ParameterizedTest
  @CsvSource({"16384, true", "16385, false"})
  void scenario_isSmall_byItsBytes(int bytes, boolean isShort) throws Exception {
    assertShort(isShort, "--no-bench FILE", "#".repeat(bytes));
  }

  @Test
  void rangeOfNames_isNotSmall() throws Exception {
    assertShort(false, "--no-bench FILE", "users: [u[1..10000000]]\n");
  }

  private void assertShort(boolean expected, String words, String content) throws Exception {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), content);
    assertEquals(expected, ShortRun.is(words.replace("FILE", file.toString()).split(" ")));
  }
}
