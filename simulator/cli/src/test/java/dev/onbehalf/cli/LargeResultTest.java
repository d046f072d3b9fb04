package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.reports.words.BoundaryGroup;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.sweep.RandomScenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand policies give files that can be sent and opened: of what is alike, some is proved. */
final class LargeResultTest {
  private static final long MOST_BYTES = 5_000_000;
  private static final int POLICIES = 1_000;
  private static final int MOST_PROVED = 10;
  private static final String NAME = "realistic-u12-a4-g6-c0-r120-p1000-s1";

  @TempDir private Path folder = Path.of("");

  @Test
  void fileAndPage_ofAThousandPolicies_staySmall() throws Exception {
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
    Path json = folder.resolve("out").resolve(NAME + ".json");
    assertProved(ResultJson.read(Files.readAllBytes(json)).result());
    session.run(Engine.real(), "report --out again out/" + NAME + ".json").exits(ExitCode.OK);
    String page = Files.readString(folder.resolve("out").resolve(NAME + ".html"));
    assertEquals(page, Files.readString(folder.resolve("again").resolve(NAME + ".html")));
    // All proofs differ here, and of what isn't proved no reason is given.
    assertFalse(page.contains("by the same two requests"));
  }

  /** The first of what fails in either way, and of what needs the same, is proved for each. */
  private static void assertProved(SimulationResult result) {
    for (StrategyResult strategy : result.strategies()) {
      for (Outcome outcome : List.of(Outcome.NOT_ENFORCED, Outcome.HONEST_ONLY)) {
        List<Boolean> proved =
            result.policies().stream()
                .filter(policy -> strategy.outcome(policy) == outcome)
                .map(policy -> strategy.witness(policy).isPresent())
                .toList();
        List<Boolean> expected =
            IntStream.range(0, proved.size()).mapToObj(i -> i < MOST_PROVED).toList();
        assertEquals(expected, proved, strategy.name());
      }
    }
    for (BoundaryGroup group : BoundaryGroup.of(result)) {
      assertEquals(group.needs() == Need.NONE, group.proof().isEmpty(), group::toString);
    }
  }
}
