package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.reports.exchange.AttackTable;
import dev.onbehalf.reports.exchange.ComparisonTable;
import dev.onbehalf.reports.exchange.VerdictTable;
import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.simulation.result.SimulationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables in the README files are those of a run of all scenarios, and of the program. With
 * {@code -Dreadme=write} the test writes them there first.
 */
final class ReadmeTablesTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path SCENARIOS = ROOT.resolve("scenarios");

  @TempDir private Path folder = Path.of("");

  @Test
  void tables_areThoseOfARun() throws IOException, InvalidResultException {
    List<SimulationResult> results = results();
    assertHolds("scenarios/README.md", "verdicts", VerdictTable.render(results));
    assertHolds("strategies/README.md", "enforced", ComparisonTable.enforced(results));
    assertHolds("jmh/README.md", "costs", ComparisonTable.costs(results));
    assertHolds("reports/README.md", "exit codes", exitCodes());
    assertHolds(
        "simulator/products/README.md", "products", ProductTable.of(Engine.real()).markdown());
    assertHolds("simulator/README.md", "attacks", AttackTable.render(named(results, "hr-rollout")));
  }

  private static void assertHolds(String page, String name, String table) throws IOException {
    Path file = ROOT.resolve(page);
    String expected = with(Files.readString(file), name, table);
    if ("write".equals(System.getProperty("readme"))) {
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file), "run the test with -Dreadme=write");
  }

  private static SimulationResult named(List<SimulationResult> results, String scenario) {
    return results.stream()
        .filter(result -> result.scenario().name().equals(scenario))
        .findFirst()
        .orElseThrow();
  }

  /** The words are those that {@code --help} prints. */
  private static String exitCodes() {
    return ExitCode.inOrder().stream()
        .map(exit -> "| %d | %s |\n".formatted(exit.code(), exit.meaning()))
        .collect(Collectors.joining("", "| exit | meaning |\n|---|---|\n", ""));
  }

  /** The text with the table between its markers. */
  private static String with(String text, String name, String table) {
    String before = "<!-- generated: " + name + " -->\n";
    String after = "<!-- end: " + name + " -->\n";
    int start = text.indexOf(before) + before.length();
    int end = text.indexOf(after);
    assertTrue(start >= before.length() && end >= start, "no markers for " + name);
    return text.substring(0, start) + table + text.substring(end);
  }

  private List<SimulationResult> results() throws IOException, InvalidResultException {
    List<Path> scenarios = scenarios();
    String files =
        scenarios.stream()
            .map(path -> path.toAbsolutePath().normalize().toString())
            .collect(Collectors.joining(" "));
    new Session(folder)
        .run(Engine.real(), "--no-bench --quiet --out . " + files)
        .exits(ExitCode.OK);
    List<SimulationResult> results = new ArrayList<>();
    for (Path scenario : scenarios) {
      String json = scenario.getFileName().toString().replace(".yaml", ".json");
      results.add(ResultJson.read(Files.readAllBytes(folder.resolve(json))).result());
    }
    return results;
  }

  private static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
