package dev.onbehalf.cli.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run in a second process is like one in the first to whoever starts, reads or ends it. */
final class QuickStartIT {
  private static final Path ROOT = Path.of(System.getProperty("root", "../..")).toAbsolutePath();
  private static final String OFF = "ONBEHALF_NO_RELAUNCH";
  private static final String RELAY = ROOT.resolve("scenarios/relay.yaml").toString();

  @TempDir private Path folder = Path.of("");

  private ProcessBuilder builder(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", ROOT.resolve("sim.jar").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", OFF));
    // Without an archive, that is.
    builder.environment().put("XDG_CACHE_HOME", "/dev/null");
    return builder;
  }

  private ProcessBuilder run() {
    return builder(List.of(), "--no-bench", "--strategy", "token-exchange", RELAY);
  }

  /** The second process of the first, once it is there; empty if there is none to the end. */
  private static Optional<ProcessHandle> second(Process process) throws InterruptedException {
    while (process.isAlive()) {
      Optional<ProcessHandle> second =
          process.children().filter(QuickStartIT::isOfOurs).findFirst();
      if (second.isPresent()) {
        return second;
      }
      Thread.sleep(5);
    }
    return Optional.empty();
  }

  private static boolean isOfOurs(ProcessHandle process) {
    return process.info().arguments().stream()
        .flatMap(Stream::of)
        .anyMatch(argument -> argument.startsWith("-Donbehalf.parent="));
  }

  private Process started(ProcessBuilder builder) throws IOException {
    return builder
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }

  @Test
  void result_isTheSame_inOneProcessAndInTwo() throws Exception {
    Process two = started(run());
    assertTrue(second(two).isPresent());
    assertEquals(ExitCode.OK.code(), two.waitFor(), errors());
    assertEquals("", errors());
    String output = Files.readString(folder.resolve("out.txt"));
    byte[] json = Files.readAllBytes(folder.resolve("reports/out/relay.json"));

    ProcessBuilder inPlace = run();
    inPlace.environment().put(OFF, "1");
    Process one = started(inPlace);
    assertTrue(second(one).isEmpty());
    assertEquals(ExitCode.OK.code(), one.waitFor(), errors());
    assertEquals(output, Files.readString(folder.resolve("out.txt")));
    assertEquals(
        new String(json, UTF_8), Files.readString(folder.resolve("reports/out/relay.json")));
  }

  @Test
  void expectationThatDoesNotHold_isTheExitCode() throws Exception {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong,
        """
        scenario: wrong
        users: [ann]
        agents: [ada]
        resources: {disk: [read]}
        policies:
          - ann MAY read disk via ada
        expect:
          on-behalf-of: required
        """);
    Process process =
        started(
            builder(List.of(), "--no-bench", "--strategy", "service-account", wrong.toString()));
    assertTrue(second(process).isPresent());
    assertEquals(ExitCode.EXPECTATION_FAILED.code(), process.waitFor(), errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx512m", "-XX:+UseSerialGC", "-Dsome.property=1"})
  void optionOfTheUser_isHeeded_inTheFirstProcess(String option) throws Exception {
    Process process =
        started(builder(List.of(option), "--no-bench", "--quiet", "--strategy", "run-as", RELAY));
    assertTrue(second(process).isEmpty());
    assertEquals(ExitCode.OK.code(), process.waitFor(), errors());
  }

  @ParameterizedTest
  @CsvSource({"JDK_JAVA_OPTIONS, -Xmx512m", "JAVA_TOOL_OPTIONS, -Xmx512m"})
  void optionInTheEnvironment_isHeeded_inTheFirstProcess(String name, String option)
      throws Exception {
    ProcessBuilder builder = run();
    builder.environment().putAll(Map.of(name, option));
    Process process = started(builder);
    assertTrue(second(process).isEmpty());
    assertEquals(ExitCode.OK.code(), process.waitFor(), errors());
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void signal_endsBoth_withItsExitCode(String signal, int code) throws Exception {
    ProcessBuilder heeding = run();
    // Whoever starts a build in the background may have it ignore signals, and all below it.
    heeding.command().addAll(0, List.of("env", "--default-signal=INT,TERM,HUP"));
    Process process = started(heeding);
    ProcessHandle second = second(process).orElseThrow();
    send(signal, process);
    assertEquals(code, process.waitFor(), errors());
    assertTrue(!second.isAlive(), "the first process leaves before the second");
  }

  private static void send(String signal, Process process) throws Exception {
    String pid = String.valueOf(process.pid());
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).start().waitFor());
  }

  @Test
  void firstProcessThatIsKilled_takesTheSecondWithIt() throws Exception {
    Process process = started(run());
    ProcessHandle second = second(process).orElseThrow();
    send("KILL", process);
    assertEquals(137, process.waitFor());
    second.onExit().get(30, TimeUnit.SECONDS);
  }

  @Test
  void secondProcessThatIsKilled_isTheExitCodeOfTheFirst() throws Exception {
    Process process = started(run());
    second(process).orElseThrow().destroyForcibly();
    assertEquals(137, process.waitFor(), errors());
  }

  @Test
  void outputThatNobodyReads_isNoFailure_andOutputThatIsLostIsOne() throws Exception {
    Process unread = run().redirectError(folder.resolve("err.txt").toFile()).start();
    unread.getInputStream().close();
    assertEquals(ExitCode.OK.code(), unread.waitFor(), errors());
    Process lost =
        run()
            .redirectOutput(new File("/dev/full"))
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    assertEquals(ExitCode.OUTPUT_FAILED.code(), lost.waitFor());
    assertEquals("standard output: can't be written\n", errors());
  }
}
