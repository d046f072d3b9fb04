package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.yaml.SourceText;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No file makes the reader slow, deep or greedy. */
final class HostileFilesTest {
  private static final Duration MOST_CPU = Duration.ofSeconds(30);
  private static final int MOST = SourceText.MAX_BYTES - 100;
  private static final String USERS =
      "scenario: s\nusers: [" + many(10_000, i -> "u" + i + ",") + "]\nresources: [r]\n";

  private Duration cpuBefore = Duration.ZERO;

  @BeforeEach
  void startOfWork() {
    cpuBefore = cpu();
  }

  @AfterEach
  void work_isBounded() {
    Duration work = cpu().minus(cpuBefore);
    assertTrue(work.compareTo(MOST_CPU) < 0, () -> work + " of CPU");
  }

  /** That of this thread: what else the machine does is no fault of the reader. */
  private static Duration cpu() {
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  static Stream<Arguments> files() {
    return Stream.of(
        file("one scalar", () -> "a: " + "x".repeat(MOST)),
        file("one quoted scalar", () -> "a: \"" + "x".repeat(MOST) + "\""),
        file("many words in one scalar", () -> "a: " + "x ".repeat(MOST / 2)),
        file("many folded lines", () -> "a:\n" + "  x\n".repeat(MOST / 4)),
        file("block scalar", () -> "a: |\n" + "  x\n".repeat(MOST / 4)),
        file("escapes", () -> "a: \"" + "\\x41".repeat(MOST / 4) + "\""),
        file("long key", () -> "x".repeat(MOST) + ": a"),
        file("many keys", () -> many(200_000, i -> "k" + i + ": v\n")),
        file("many anchors", () -> "a:\n" + many(100_000, i -> "- &a" + i + " v\n")),
        file("many tags", () -> "a:\n" + "- !x y\n".repeat(400_000)),
        file("long tag", () -> "a: !" + "x".repeat(MOST)),
        file("flow depth", () -> "a: " + "[".repeat(100_000)),
        file("flow depth over lines", () -> "a: " + "[\n".repeat(100_000)),
        file("map depth", () -> "{a: ".repeat(100_000)),
        file("block depth", () -> "a:\n" + "- ".repeat(100_000)),
        file("indented depth", () -> many(3_500, i -> " ".repeat(i) + "a:\n")),
        file("explicit keys", () -> "? ".repeat(MOST / 2)),
        file("dashes", () -> "-".repeat(MOST)),
        file("empty items", () -> "a:\n" + "-\n".repeat(MOST / 2)),
        file("empty lists", () -> "a: [" + "[],".repeat(MOST / 3) + "]"),
        file("long comment", () -> "#" + "x".repeat(MOST)),
        file("many comments", () -> "#\n".repeat(MOST / 2)),
        file("newlines", () -> "\n".repeat(MOST)),
        file("carriage returns", () -> "\r".repeat(MOST)),
        file("nulls", () -> "\0".repeat(MOST)),
        file("documents", () -> "a: b\n" + "---\n".repeat(MOST / 4)),
        file("late document", () -> "a: b\n" + "\n".repeat(MOST - 20) + "---\n"),
        file("tiny policies", () -> "policies:\n" + "- a\n".repeat(1_000_000)),
        file(
            "long name lists",
            () -> "policies:\n" + ("- " + "x,".repeat(30_000) + "\n").repeat(120)),
        file(
            "unknown names",
            () -> USERS + "policies:\n" + many(200_000, i -> "- v" + i + " MAY use r\n")),
        file(
            "a long cycle of groups",
            () -> "groups:\n" + many(150_000, i -> " g" + i + ": [g" + (i + 1) % 150_000 + "]\n")),
        file(
            "groups that grow",
            () ->
                USERS.replace(
                        "resources", "groups: {g0: [u0, u1]," + growing(4_000) + "}\nresources")
                    + "policies: [u0 MAY use r]"),
        file("equal beginnings", HostileFilesTest::equalBeginnings),
        file("equal hashes", HostileFilesTest::equalHashes),
        file(
            "many different sets",
            () ->
                USERS
                    + "policies:\n"
                    + many(
                        200_000,
                        i ->
                            "- anyone except u"
                                + (i % 9_999)
                                + ", u"
                                + (i / 10_000)
                                + " MAY use r\n")));
  }

  private static Arguments file(String name, Supplier<String> text) {
    return arguments(name, text);
  }

  private static String many(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }

  /** Groups that each hold the one before and another user. */
  private static String growing(int count) {
    return many(count, i -> "g" + (i + 1) + ": [g" + i + ", u" + (i + 2) + "],");
  }

  private static String equalBeginnings() {
    String begin = "p".repeat(240);
    return "scenario: s\nusers:\n"
        + many(10_000, i -> "- " + begin + i + "\n")
        + "resources: [r]\npolicies:\n"
        + many(10_000, i -> "- " + begin + "x" + i + " MAY use r\n");
  }

  private static String equalHashes() {
    return many(100_000, i -> many(17, bit -> (i >> bit & 1) == 0 ? "Aa" : "BB") + ": v\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void files(String name, Supplier<String> text) {
    assertFalse(Reading.problems(text.get()).isEmpty(), name);
  }

  @Test
  void depth_needsNoStack() throws InterruptedException {
    Thread thread =
        new Thread(
            null,
            () -> assertFalse(Reading.problems("a: " + "[\n".repeat(100_000)).isEmpty()),
            "small stack",
            256 * 1024);
    Throwable[] thrown = new Throwable[1];
    thread.setUncaughtExceptionHandler((ignored, throwable) -> thrown[0] = throwable);
    thread.start();
    thread.join();
    assertEquals(null, thrown[0]);
  }

  @Test
  void deepGroups_areRead() throws InvalidScenarioException {
    String text =
        USERS.replace("resources", "groups: {g0: [u0, u1]," + growing(2_000) + "}\nresources");
    Scenario scenario = Reading.read(text + "policies: [g2000 MAY use r]");
    assertEquals(2_002, Reading.clause(scenario.policies().get(0)).users().size());
  }

  @Test
  void largeScenario_isRead() throws InvalidScenarioException {
    String text =
        "scenario: s\nusers: ["
            + many(10_000, i -> "user" + i + ", ")
            + "]\ngroups:\n"
            + many(
                100, g -> "  g" + g + ": [" + many(100, i -> "user" + (100 * g + i) + ",") + "]\n")
            + "  all: ["
            + many(10_000, i -> "user" + i + ",")
            + "]\nagents: [a, b]\nresources: {r: [read, write], s: }\npolicies:\n"
            + many(
                50_000,
                i ->
                    "- {say: 'all, g"
                        + (i % 100)
                        + " except g"
                        + (i % 100)
                        + " MAY read r, s via a then any agent', because: "
                        + "a reason of several words ".repeat(2)
                        + "}\n");
    Scenario scenario = Reading.read(text);
    assertEquals(50_000, scenario.policies().size());
    assertEquals(9_900, Reading.clause(scenario.policies().get(49_999)).users().size());
  }
}
