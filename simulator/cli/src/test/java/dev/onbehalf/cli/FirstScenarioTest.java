package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.Bundled;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A newcomer gets a scenario that runs, and loses no file. */
final class FirstScenarioTest {
  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @BeforeEach
  void session() {
    session = new Session(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "init                | INVALID_INPUT | Missing required parameter: 'FILE'",
        "init a.yaml b.yaml  | INVALID_INPUT | Unmatched argument at index 2: 'b.yaml'",
        "init my.yaml        | OUTPUT_FAILED | my.yaml: can't be written: it exists already",
        "init .              | OUTPUT_FAILED | can't be written: it exists already",
        "init /              | OUTPUT_FAILED | /: can't be written: it exists already",
        "init none/my.yaml   | OUTPUT_FAILED | my.yaml: can't be written: there is no such folder",
        "schema x            | INVALID_INPUT | Unmatched argument at index 1: 'x'",
        "completion          | INVALID_INPUT | Missing required parameter: 'SHELL'",
        "completion fish     | INVALID_INPUT | expected one of [BASH, ZSH]",
        "init x.yaml --like hr | INVALID_INPUT | no scenario is called `hr`",
      })
  void command_thatFails_saysWhyAndWritesNothing(String command, ExitCode code, String text) {
    session.file("my.yaml", "mine").run(Fakes.agreeable(), command).exits(code).complains(text);
    assertEquals("", session.out());
    assertEquals(List.of("my.yaml"), session.filesIn("."));
  }

  @Test
  void file_thatExists_keepsItsContent() throws IOException {
    session.file("my.yaml", "mine").run(Fakes.agreeable(), "init my.yaml");
    assertEquals("mine", Files.readString(folder.resolve("my.yaml")));
  }

  @Test
  void init_writesAScenarioThatRunsAsItExpects() {
    session.run(Engine.real(), "init my.yaml").exits(ExitCode.OK).complainsOfNothing();
    session.prints("wrote my.yaml\n").prints("now run: java -jar sim.jar my.yaml\n");
    assertEquals(List.of("my.yaml", "scenario.schema.json"), session.filesIn("."));
    session
        .run(Engine.real(), "--no-bench --quiet my.yaml")
        .exits(ExitCode.OK)
        .complainsOfNothing();
    session.prints("my: use agent-mtls-strict");
  }

  @Test
  void init_copiesAScenarioUnderTheNameOfTheFile() throws IOException {
    session.run(Engine.real(), "init --like relay my.yaml").exits(ExitCode.OK);
    assertEquals(
        Files.readString(Path.of("../../scenarios/relay.yaml"))
            .replace("scenario: relay\n", "scenario: my\n"),
        Files.readString(folder.resolve("my.yaml")));
    try (Stream<Path> files = Files.list(Path.of("../../scenarios"))) {
      assertEquals(
          Bundled.SCENARIOS,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .sorted()
              .toList());
    }
  }

  @Test
  void init_namesTheSchemaThatItWritesBesideTheScenario() throws IOException {
    session.run(Engine.real(), "init my.yaml").exits(ExitCode.OK);
    assertTrue(
        Files.readString(folder.resolve("my.yaml"))
            .startsWith("# yaml-language-server: $schema=scenario.schema.json\n"));
    String schema = session.run(Engine.real(), "schema").exits(ExitCode.OK).out();
    assertEquals(schema, Files.readString(folder.resolve("scenario.schema.json")));
  }

  @Test
  void schema_thatIsThereAlready_isLeftAlone() throws IOException {
    session.file("scenario.schema.json", "{}").run(Engine.real(), "init my.yaml");
    session.exits(ExitCode.OK);
    assertEquals("{}", Files.readString(folder.resolve("scenario.schema.json")));
  }

  @ParameterizedTest
  @CsvSource({
    "my.yaml, my",
    "My_First Scenario.yml, my-first-scenario",
    "-2.json, 2-json",
    "ф.yaml, my-scenario",
  })
  void scenario_isNamedAfterItsFile(String file, String name) throws IOException {
    new Main(Engine.real(), session.console()).run("init", "--", file);
    assertTrue(Files.readString(folder.resolve(file)).contains("\nscenario: " + name + "\n"));
  }

  @Test
  void completion_completesTheLauncher() {
    session.run(Fakes.agreeable(), "completion bash").exits(ExitCode.OK).complainsOfNothing();
    session.prints("complete -F _complete_sim").prints("watch").prints("--strategy");
  }
}
