package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.PageProject.Run;
import dev.onbehalf.cli.PageProject.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project on the page about strategies of one's own builds on its own and runs as told. */
final class ThirdPartyStrategyIT {
  private static final Path PAGE = PageProject.ROOT.resolve("strategies/README.md");

  @TempDir private static Path folder = Path.of("");

  private static PageProject project() {
    return new PageProject(PAGE, folder);
  }

  @BeforeAll
  static void buildTheProject() throws Exception {
    Run build =
        project()
            .written()
            .installed("", "onbehalf")
            .installed("simulator/core", "onbehalf-core", ".jar", "-tests.jar")
            .maven("package");
    assertEquals(0, build.code(), build.output());
    assertTrue(build.output().contains("BUILD SUCCESS"), build.output());
    assertFalse(build.output().contains("Tests run: 0"), build.output());
  }

  @Test
  void project_isShorterThanSeventyLines() throws IOException {
    List<Source> sources = project().sources();
    assertEquals(
        List.of(
            "SharedAccount.java",
            "dev.onbehalf.strategy.CredentialStrategy",
            "SharedAccountTest.java",
            "pom.xml"),
        sources.stream().map(source -> Path.of(source.name()).getFileName().toString()).toList());
    long lines = sources.stream().mapToLong(Source::lines).sum();
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
              case "sim.jar", "scenarios/hr-rollout.yaml" ->
                  PageProject.ROOT.resolve(word).toString();
              case "../shared-account/target/shared-account-1.jar" -> "target/shared-account-1.jar";
              default -> word;
            });
    Run run = project().run(command.toArray(String[]::new));
    assertEquals(0, run.code(), run.output());
    lines.stream()
        .skip(1)
        .filter(line -> !line.equals("…"))
        .forEach(line -> assertTrue(run.output().contains(line + "\n"), run.output()));
  }
}
