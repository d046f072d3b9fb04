package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project on the page about strategies of one's own builds on its own and runs as told. */
final class ThirdPartyStrategyIT {
  private static final Path ROOT = Path.of(System.getProperty("root", "../.."));
  private static final Path PAGE = ROOT.resolve("strategies/README.md");
  private static final String VERSION = System.getProperty("version", "");

  /** The last name of a file before a block is that of the block. */
  private static final Pattern BLOCK =
      Pattern.compile("`([^`\n]+)`:\n\n```[a-z]*\n(.*?)```\n", Pattern.DOTALL);

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void buildTheProject() throws Exception {
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    while (block.find()) {
      write(folder.resolve("project").resolve(block.group(1)), block.group(2));
    }
    installOurArtifacts();
    String output =
        run(
            folder.resolve("project"),
            Path.of(System.getProperty("mavenHome", ""), "bin", "mvn").toString(),
            "--batch-mode",
            "-Dmaven.repo.local=" + folder.resolve("repository"),
            // What this build downloaded needn't be downloaded again.
            "-Dmaven.repo.local.tail=" + System.getProperty("localRepository"),
            "package");
    assertTrue(output.contains("BUILD SUCCESS"), output);
    assertFalse(output.contains("Tests run: 0"), output);
  }

  /** Into a repository of this test: nobody else is to find them there. */
  private static void installOurArtifacts() throws IOException {
    install(ROOT.resolve("pom.xml"), "onbehalf", ".pom");
    install(ROOT.resolve("simulator/core/pom.xml"), "onbehalf-core", ".pom");
    for (String suffix : List.of(".jar", "-tests.jar")) {
      Path built = ROOT.resolve("simulator/core/target/onbehalf-core-" + VERSION + suffix);
      install(built, "onbehalf-core", suffix);
    }
  }

  private static void install(Path file, String artifact, String suffix) throws IOException {
    Path place = folder.resolve("repository/dev/onbehalf").resolve(artifact).resolve(VERSION);
    Files.createDirectories(place);
    Files.copy(file, place.resolve(artifact + "-" + VERSION + suffix));
  }

  @Test
  void project_isShorterThanSeventyLines() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    List<String> files = new ArrayList<>();
    long lines = 0;
    while (block.find()) {
      files.add(Path.of(block.group(1)).getFileName().toString());
      lines += block.group(2).lines().count();
    }
    assertEquals(
        List.of(
            "SharedAccount.java",
            "dev.onbehalf.strategy.CredentialStrategy",
            "SharedAccountTest.java",
            "pom.xml"),
        files);
    assertTrue(lines < 70, "it has " + lines);
  }

  @Test
  void command_onThePage_printsWhatThePageSays() throws Exception {
    String page = Files.readString(PAGE);
    String console = page.substring(page.indexOf("```\n$ ") + 6);
    List<String> lines = console.substring(0, console.indexOf("```")).lines().toList();
    List<String> command = new ArrayList<>(List.of(lines.get(0).split(" ", -1)));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.replaceAll(
        word ->
            switch (word) {
              case "sim.jar", "scenarios/hr-rollout.yaml" -> ROOT.resolve(word).toString();
              case "../shared-account/target/shared-account-1.jar" -> "target/shared-account-1.jar";
              default -> word;
            });
    String output = run(folder.resolve("project"), command.toArray(String[]::new));
    lines.stream()
        .skip(1)
        .filter(line -> !line.equals("…"))
        .forEach(line -> assertTrue(output.contains(line + "\n"), output));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String run(Path where, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // The processes are over before the other compiler pays off.
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process process = builder.directory(where.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
