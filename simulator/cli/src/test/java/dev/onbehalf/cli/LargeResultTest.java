package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.sweep.RandomScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand policies give files that can be sent and opened: of what is alike, some is proved. */
final class LargeResultTest {
  private static final long MOST_BYTES = 5_000_000;
  private static final int POLICIES = 1_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void fileAndPage_ofAThousandPolicies_staySmall() throws IOException {
    StringBuilder yaml = new StringBuilder();
    new RandomScenario(12, 4, 6, 0, 0, 120, POLICIES, 0, true)
        .lines(1)
        .forEachRemaining(line -> yaml.append(line).append('\n'));
    Session session = new Session(folder).file("large.yaml", yaml.toString());
    session.run(Engine.real(), "large.yaml --no-bench --quiet --live-limit 1 --out out");
    session.exits(ExitCode.OK);
    for (String file : session.filesIn("out")) {
      long bytes = Files.size(folder.resolve("out").resolve(file));
      System.out.printf("%s: %,d bytes for %,d policies%n", file, bytes, POLICIES);
      assertTrue(bytes < MOST_BYTES, file + " has " + bytes);
    }
    String name = "realistic-u12-a4-g6-c0-r120-p1000-s1";
    session.run(Engine.real(), "report --out again out/" + name + ".json").exits(ExitCode.OK);
    assertEquals(
        Files.readString(folder.resolve("out").resolve(name + ".html")),
        Files.readString(folder.resolve("again").resolve(name + ".html")));
  }
}
