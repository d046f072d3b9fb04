package dev.onbehalf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Requirement;
import dev.onbehalf.scenario.Requirements;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.verdict.RequirementCheck;
import dev.onbehalf.sweep.RandomScenario;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A generated scenario is valid, of the size asked for, and the same for the same seed. */
final class GenerateCommandTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--users 0              | expected 1 or more `--users`, but found 0",
        "--agents -1            | expected 0 or more `--agents`, but found -1",
        "--resources 0          | expected 1 or more `--resources`, but found 0",
        "--policies 0           | expected 1 or more `--policies`, but found 0",
        "--groups -1            | expected 0 or more `--groups`, but found -1",
        "--relations -1         | expected 0 or more `--relations`, but found -1",
        "--chains -1            | expected 0 or more `--chains`, but found -1",
        "--agents 3 --chains 7  | expected at most 6 `--chains`, two of 3 agents each, but found 7",
        "--agents 0 --chains 1  | expected at most 0 `--chains`",
        "--requirements -1      | expected 0 or more `--requirements`, but found -1",
        "--requirements 7       | expected at most 6 `--requirements`, but found 7",
        "--users many           | Invalid value for option '--users'",
        "--seed x               | Invalid value for option '--seed'",
        "x                      | Unmatched argument at index 1: 'x'",
      })
  void size_thatCannotBe_exitsWith2AndPrintsNothing(String options, String text) {
    session(options).exits(ExitCode.INVALID_INPUT).complains(text);
    assertEquals("", session(options).out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--users 1 --agents 0 --resources 1 --policies 1",
        "--users 1 --agents 1 --resources 1 --policies 200 --groups 3",
        "--users 2 --agents 2 --resources 3 --policies 200 --groups 2 --chains 2 --seed -9",
        "--users 5 --agents 2 --resources 80 --policies 300 --relations 3 --groups 1",
        "--requirements 6 --seed 4",
        "--realistic --users 1 --agents 0 --resources 1 --policies 30 --groups 2",
        "--realistic --users 10000000 --agents 10000 --resources 1000000 --policies 900 --groups 9",
        "--users 300 --agents 7 --resources 90 --policies 2000 --groups 40 --chains 42 --seed 3",
      })
  void scenario_isValidAndRepeatable(String options) throws InvalidScenarioException {
    String scenario = session(options).exits(ExitCode.OK).complainsOfNothing().out();
    ScenarioReader.read("random.yaml", scenario.getBytes(UTF_8));
    assertEquals(scenario, session(options).out());
  }

  @Test
  void scenario_hasTheSizesAskedFor() throws InvalidScenarioException {
    String text =
        session("--users 7 --agents 3 --resources 4 --policies 9 --groups 2 --chains 6").out();
    Scenario scenario = ScenarioReader.read("random.yaml", text.getBytes(UTF_8));
    assertEquals(7, scenario.users().size());
    assertEquals(3, scenario.agents().size());
    assertEquals(4, scenario.resources().size());
    assertEquals(9, scenario.policies().size());
    assertEquals(2, scenario.groups().size());
    assertEquals(6, scenario.chains().size());
  }

  /** Every value of every requirement comes up, and no two that contradict each other. */
  @Test
  void requirements_areAsManyAsAskedFor() throws InvalidScenarioException {
    Set<Object> seen = new HashSet<>();
    for (int seed = 0; seed < 60; seed++) {
      for (int number = 1; number <= Requirement.values().length; number++) {
        String text = session("--requirements " + number + " --seed " + seed).out();
        Requirements read = ScenarioReader.read("r.yaml", text.getBytes(UTF_8)).requirements();
        Map<String, String> words = new RequirementCheck(read).words();
        assertEquals(number, words.size(), text);
        seen.addAll(words.entrySet());
      }
    }
    Stream.of(
            Map.entry(Requirement.ATTRIBUTION, Requirements.Named.words()),
            Map.entry(Requirement.STOLEN_TOKEN, Requirements.Loot.words()),
            Map.entry(Requirement.HIJACKED_AGENT, Requirements.Bounds.words()),
            Map.entry(Requirement.UNATTENDED, List.of("works")),
            Map.entry(Requirement.REVOKE_AGENT, List.of("0s", "86400s")),
            Map.entry(Requirement.REVOKE_USER, List.of("0s", "86400s")))
        .forEach(
            one ->
                one.getValue()
                    .forEach(
                        word ->
                            assertTrue(
                                seen.contains(Map.entry(one.getKey().word(), word)),
                                () -> one.getKey() + " " + word)));
  }

  @Test
  void scenarioWithoutRequirements_isWhatItWasAndElseNothingDiffers() {
    String without = session("--policies 9").out();
    String with = session("--policies 9 --requirements 3").out();
    assertFalse(without.contains("require:"));
    assertEquals(sentences(without), sentences(with));
  }

  @Test
  void scenarioWithRequirements_runs() {
    Session session = session("--policies 4 --requirements 6");
    session.file("random.yaml", session.out()).run(Engine.real(), "--no-bench --quiet random.yaml");
    session.exits(ExitCode.OK).complainsOfNothing();
  }

  @Test
  void seeds_drawDifferentSentences() {
    assertNotEquals(sentences(session("--seed 1").out()), sentences(session("--seed 2").out()));
  }

  private static String sentences(String scenario) {
    return scenario.substring(scenario.indexOf("policies:"));
  }

  @Test
  void scenario_runs() {
    Session session =
        session("--users 4 --agents 3 --policies 12 --groups 2 --relations 2 --chains 2");
    session.file("random.yaml", session.out()).run(Engine.real(), "--no-bench --quiet random.yaml");
    session.exits(ExitCode.OK).complainsOfNothing();
  }

  @Test
  void scenario_ofAnySize_isNeverHeldAsAWhole() {
    int most = Integer.MAX_VALUE;
    Iterator<String> lines = new RandomScenario(most, 0, 0, 0, 0, most, most, 0).lines(1);
    assertTrue(lines.next().startsWith("scenario: random-u2147483647-"));
    assertEquals("users:", lines.next());
    assertEquals("- u1", lines.next());
  }

  @Test
  void readerThatIsGone_endsThePrinting() {
    PrintStream gone = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    gone.close();
    Console console = new Console(gone, gone, folder, () -> true, () -> false);
    int code = new Main(Fakes.agreeable(), console).run("generate", "--policies", "2147483647");
    assertEquals(ExitCode.OK.code(), code);
  }

  private Session session(String options) {
    return new Session(folder).run(Engine.real(), "generate " + options);
  }
}
