package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output that nobody reads is no failure, and output that is lost is one. */
final class ClosedPipeIT {
  private static final Path ROOT = Path.of(System.getProperty("root", "../..")).toAbsolutePath();

  @TempDir private Path folder = Path.of("");

  @Test
  void fullDevice_isAFailure_andTheResultIsWritten() throws Exception {
    Process process = builder().redirectOutput(new File("/dev/full")).start();
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertEquals(ExitCode.OUTPUT_FAILED.code(), process.waitFor(), errors);
    assertEquals("standard output: can't be written\n", errors);
    assertTrue(Files.exists(folder.resolve("reports/out/marketing.json")));
  }

  @Test
  void readerThatLeaves_isNoFailure_andTheResultIsWritten() throws Exception {
    Process process = builder().start();
    process.getInputStream().close();
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertEquals(ExitCode.OK.code(), process.waitFor(), errors);
    assertEquals("", errors);
    assertTrue(Files.exists(folder.resolve("reports/out/marketing.html")));
  }

  private ProcessBuilder builder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            ROOT.resolve("sim.jar").toString(),
            "--no-bench",
            "--strategy",
            "credential-inheritance",
            ROOT.resolve("scenarios/marketing.yaml").toString())
        .directory(folder.toFile());
  }
}
