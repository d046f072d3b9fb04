package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.onbehalf.cli.PageCommands.PageCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** The commands on our pages work as they stand there, and print what is shown. */
final class ReadmeCommandsIT {
  private static final Path ROOT = Path.of(System.getProperty("root", "../.."));
  private static final String PAGE = "README.md";

  /** The commands that aren't run, or how they begin where the rest is a space, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.of(
          "./mvnw ", "builds the project, of which this test is a part",
          "java -jar sim.jar scenarios/hr-rollout.yaml", "measures for a while",
          "java -jar sim.jar bench ", "measures for minutes, and is tested by GateCommandTest",
          "java -jar sim.jar watch my.yaml", "runs until someone ends it",
          "java -jar sim.jar serve", "runs until someone ends it, and is tested by PlaygroundTest",
          "java -jar sim.jar --quiet --no-bench --strategy shared-account ",
              "is run by ThirdPartyStrategyIT, which builds the strategy",
          "notebooks/prepare", "is run by the test of the notebooks",
          "jupyter lab notebooks", "needs Jupyter");

  @TempDir private static Path scratch = Path.of("");

  @BeforeAll
  static void copyTheProgram() throws IOException {
    Files.copy(ROOT.resolve("sim.jar"), scratch.resolve("sim.jar"));
  }

  @TestFactory
  Stream<DynamicNode> pages() throws IOException {
    List<DynamicNode> pages = new ArrayList<>();
    for (Path page : pagesOfTheProject()) {
      Path folder = folder("page-" + pages.size());
      List<PageCommand> commands =
          PageCommands.of(Files.readString(page)).stream()
              .filter(command -> NOT_RUN.keySet().stream().noneMatch(any -> is(command, any)))
              .toList();
      pages.add(
          DynamicContainer.dynamicContainer(
              ROOT.relativize(page).toString(),
              commands.stream()
                  .map(
                      command ->
                          DynamicTest.dynamicTest(command.words(), () -> check(command, folder)))));
    }
    return pages.stream();
  }

  @Test
  void commandThatIsNotRun_isOnAPage() throws IOException {
    List<PageCommand> commands = new ArrayList<>();
    for (Path page : pagesOfTheProject()) {
      commands.addAll(PageCommands.of(Files.readString(page)));
    }
    NOT_RUN
        .keySet()
        .forEach(one -> assertTrue(commands.stream().anyMatch(command -> is(command, one)), one));
  }

  private static boolean is(PageCommand command, String listed) {
    return listed.endsWith(" ")
        ? command.words().startsWith(listed)
        : command.words().equals(listed);
  }

  @Test
  void commandThatIsMistyped_fails() throws IOException {
    Path folder = folder("mistyped");
    PageCommand command =
        new PageCommand("java -jar sim.jar validat scenarios/relay.yaml", List.of());
    assertFails(command, folder, "did you mean `validate`?");
  }

  @Test
  void shownLineThatIsChanged_fails() throws Exception {
    Path folder = folder("changed");
    String words = "java -jar sim.jar validate scenarios/relay.yaml";
    check(new PageCommand(words, List.of("scenarios/relay.yaml: ok (…")), folder);
    PageCommand changed = new PageCommand(words, List.of("scenarios/relay.yaml: good (…"));
    assertFails(changed, folder, "shown, but not printed");
  }

  private static void assertFails(PageCommand command, Path folder, String reason) {
    AssertionFailedError failure =
        assertThrows(AssertionFailedError.class, () -> check(command, folder));
    assertTrue(String.valueOf(failure.getMessage()).contains(reason), failure::toString);
  }

  /** Those of the project and of its folders. */
  private static List<Path> pagesOfTheProject() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve(PAGE)));
    try (Stream<Path> folders = Files.list(ROOT)) {
      folders
          .map(folder -> folder.resolve(PAGE))
          .filter(Files::exists)
          .sorted()
          .forEach(pages::add);
    }
    return pages;
  }

  /** A folder with what the commands need, so that none of them writes into the project. */
  private static Path folder(String name) throws IOException {
    Path folder = scratch.resolve(name);
    Path copies = Files.createDirectories(folder.resolve("scenarios"));
    Files.createSymbolicLink(folder.resolve("sim.jar"), scratch.resolve("sim.jar"));
    Files.copy(ROOT.resolve("sim"), folder.resolve("sim"));
    try (Stream<Path> scenarios = Files.list(ROOT.resolve("scenarios"))) {
      for (Path file : scenarios.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copies.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  private static void check(PageCommand command, Path folder) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = start(command, folder, out.toFile(), err.toFile());
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      fail(command.words() + " never ends, it seems; if it measures, list it as not run");
    }
    assertEquals(0, process.exitValue(), () -> command.words() + "\n" + read(out) + read(err));
    if (!command.shown().isEmpty()) {
      new ShownOutput(command.shown())
          .difference(read(out).lines().toList())
          .ifPresent(
              difference -> fail(command.words() + "\n" + difference + "\nin\n" + read(out)));
    }
  }

  private static Process start(PageCommand command, Path folder, File out, File err)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command.words());
    String java = System.getProperty("java.home");
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", java);
    environment.put("PATH", Path.of(java, "bin") + File.pathSeparator + environment.get("PATH"));
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    // The runs are over before the other compiler pays off.
    environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    return builder.directory(folder.toFile()).redirectOutput(out).redirectError(err).start();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
