package dev.onbehalf.cli.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.PlugInBuilder;
import dev.onbehalf.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in that ends the program takes nothing from the other strategies. */
final class PlugInExitIT {
  private static final Path ROOT = Path.of(System.getProperty("root", "../.."));

  @TempDir private Path folder = Path.of("");

  @Test
  void plugIn_thatCallsSystemExit_isARowOfTheResult() throws Exception {
    PlugInBuilder.strategy("leaving", "System.exit(0); return null;")
        .build(folder.resolve("leaving.jar"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                ROOT.resolve("sim.jar").toString(),
                "--no-bench",
                "--plugins",
                "leaving.jar",
                "--strategy",
                "leaving",
                "--strategy",
                "token-exchange",
                ROOT.resolve("scenarios/hr-rollout.yaml").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(ExitCode.STRATEGY_FAILED.code(), process.waitFor(), output);
    assertTrue(output.contains("strategy `leaving` failed: it called `System.exit`"), output);
    assertTrue(output.contains("token-exchange  ✓   ✓   ✓   ✓   4 of 4"), output);
    assertTrue(Files.exists(folder.resolve("reports/out/hr-rollout.html")), output);
  }
}
