package dev.onbehalf.cli.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.PlugInBuilder;
import dev.onbehalf.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the program ends is said by the program alone, and it ends. */
final class PlugInExitIT {
  private static final Path ROOT = Path.of(System.getProperty("root", "../.."));

  @TempDir private Path folder = Path.of("");
  private String output = "";

  private int run(String plugIn, String obtain) throws Exception {
    PlugInBuilder.strategy(plugIn, obtain).build(folder.resolve("bad.jar"));
    return run(
        List.of(),
        "--plugins",
        "bad.jar",
        "--strategy",
        plugIn,
        "--strategy",
        "token-exchange",
        ROOT.resolve("scenarios/hr-rollout.yaml").toString());
  }

  private int run(List<String> options, String... arguments) throws Exception {
    Process process = start(options, arguments);
    output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor();
  }

  private Process start(List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-jar", ROOT.resolve("sim.jar").toString(), "--no-bench"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private void assertOthersHaveTheirs() {
    assertTrue(output.contains("→ token-exchange  4 of 4"), output);
    assertTrue(Files.exists(folder.resolve("reports/out/hr-rollout.html")), output);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System.exit(0); return null;",
        "new Thread(() -> System.exit(0)).start();" + " while (true) Thread.onSpinWait();",
      })
  void plugIn_thatCallsSystemExit_isARowOfTheResult(String obtain) throws Exception {
    assertEquals(ExitCode.STRATEGY_FAILED.code(), run("leaving", obtain), () -> output);
    assertTrue(output.contains("strategy `leaving` failed: it called `System.exit`"), output);
    assertOthersHaveTheirs();
  }

  @Test
  void plugIn_thatCallsSystemExitBesideItsCalls_endsNothing_andHasFailed() throws Exception {
    int code =
        run(
            "leaving",
            "Thread thread = new Thread(() -> System.exit(0)); thread.setDaemon(true);"
                + " thread.setContextClassLoader(null); thread.start(); "
                + PlugInBuilder.HAND_OVER);
    assertEquals(ExitCode.STRATEGY_FAILED.code(), code, () -> output);
    assertTrue(output.endsWith("a plug-in called `System.exit`\n"), output);
    assertOthersHaveTheirs();
  }

  @Test
  void plugIn_whoseHookNeverReturns_doesNotKeepTheProgramFromEnding() throws Exception {
    int code =
        run(
            "staying",
            "try { Runtime.getRuntime().addShutdownHook("
                + "new Thread(() -> { while (true) Thread.onSpinWait(); }));"
                + " } catch (IllegalStateException late) { } "
                + PlugInBuilder.HAND_OVER);
    assertEquals(ExitCode.STRATEGY_FAILED.code(), code, () -> output);
    assertTrue(output.endsWith("a plug-in kept the program from ending\n"), output);
    assertOthersHaveTheirs();
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx8m, java -Xmx",
    "-XX:MaxMetaspaceSize=12m, -XX:MaxMetaspaceSize=256m",
    "-XX:MaxMetaspaceSize=20m, -XX:MaxMetaspaceSize=256m",
    "-XX:MaxMetaspaceSize=30m, -XX:MaxMetaspaceSize=256m",
  })
  void tooLittleMemory_isOneLineThatNamesTheRemedy(String option, String remedy) throws Exception {
    int code =
        run(List.of(option), "--quiet", ROOT.resolve("scenarios/hr-rollout.yaml").toString());
    assertEquals(ExitCode.OUT_OF_MEMORY.code(), code, () -> output);
    // The verdict may have been there already.
    List<String> lines =
        output.lines().filter(line -> !line.startsWith("hr-rollout: use ")).toList();
    assertEquals(1, lines.size(), output);
    assertTrue(lines.get(0).contains(remedy), output);
  }

  @Test
  void pipe_isNoScenario() throws Exception {
    ProcessBuilder pipe = new ProcessBuilder("mkfifo", "pipe").directory(folder.toFile());
    assertEquals(0, pipe.start().waitFor());
    assertEquals(ExitCode.INVALID_INPUT.code(), run(List.of(), "pipe"), () -> output);
    assertEquals("pipe: is a pipe or a device; expected a file\n", output);
  }
}
