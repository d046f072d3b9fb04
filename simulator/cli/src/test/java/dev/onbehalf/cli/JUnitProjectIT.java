package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.PageProject.Run;
import dev.onbehalf.cli.PageProject.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project on the page about scenarios in one's own build is short, and tests as told. */
final class JUnitProjectIT {
  private static final Path PAGE = PageProject.ROOT.resolve("simulator/junit/README.md");
  private static final String TEST = "project/src/test/java/example/OurAgentsTest.java";

  @TempDir private Path folder = Path.of("");

  @Test
  void build_ofTheProject_isTenLines() throws IOException {
    long lines =
        new PageProject(PAGE, folder)
            .sources().stream()
                .filter(source -> source.name().equals("pom.xml"))
                .mapToLong(Source::lines)
                .sum();
    assertTrue(0 < lines && lines <= 10, "it has " + lines);
  }

  @Test
  void project_failsWithTheProofs_untilTheStrategySuffices() throws Exception {
    PageProject project =
        new PageProject(PAGE, folder)
            .written()
            .installed("", "onbehalf")
            .installed("simulator/core", "onbehalf-core", ".jar")
            .installed("strategies", "onbehalf-strategies", ".jar")
            .installed("reports", "onbehalf-reports", ".jar")
            .installed("simulator/junit", "onbehalf-junit", ".jar");
    Run failing = project.maven("test");
    assertNotEquals(0, failing.code(), failing.output());
    shownFailures().forEach(line -> assertTrue(failing.output().contains(line), failing.output()));
    assertTrue(failing.output().contains("Tests run: 2, Failures: 2"), failing.output());
    Path test = folder.resolve(TEST);
    Files.writeString(test, Files.readString(test).replace("service-account", "token-exchange"));
    Run passing = project.maven("test");
    assertEquals(0, passing.code(), passing.output());
    assertTrue(passing.output().contains("Tests run: 2, Failures: 0"), passing.output());
  }

  /** The lines that the page shows, up to where they are cut off. */
  private static Iterable<String> shownFailures() throws IOException {
    return Files.readString(PAGE)
        .lines()
        .filter(line -> line.startsWith("our-agents.onbehalf.yaml:"))
        .map(line -> line.replace("…", ""))
        .toList();
  }
}
