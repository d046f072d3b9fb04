package dev.onbehalf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Old results are rendered again from their files alone. */
final class ReportCommandTest {
  private static final String SCENARIO =
      """
      scenario: one
      users: [ann]
      agents: [bot]
      resources: [disk]
      policies: [ann MAY use disk directly]
      """;

  @TempDir private Path folder = Path.of("");
  private Session session = new Session(folder);

  @TempDir private static Path shared = Path.of("");

  /** One run whose result every test renders. */
  @BeforeAll
  static void run() {
    Session run = new Session(shared).file("one.yaml", SCENARIO);
    run.run(Engine.real(), "--no-bench --quiet one.yaml").exits(ExitCode.OK);
  }

  @BeforeEach
  void result() throws IOException {
    session = new Session(folder).file("one.yaml", SCENARIO);
    Files.createDirectories(folder.resolve("reports/out"));
    for (String file : List.of("one.json", "one.html")) {
      Path result = Path.of("reports/out", file);
      Files.copy(shared.resolve(result), folder.resolve(result));
    }
  }

  @Test
  void page_isTheOneOfTheRun() throws IOException {
    session.run(Engine.real(), "report --out again reports/out/one.json").exits(ExitCode.OK);
    session.prints("wrote again/one.html");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("reports/out/one.html")),
        Files.readAllBytes(folder.resolve("again/one.html")));
  }

  @Test
  void formats_areWrittenBesideThePage() {
    session
        .run(Engine.real(), "report --out b --format junit,sarif,markdown,csv reports/out/one.json")
        .exits(ExitCode.OK);
    assertEquals(
        List.of("junit.xml", "one.html", "results.csv", "results.sarif", "summary.md"),
        session.filesIn("b").stream().filter(name -> !name.endsWith(".svg")).toList());
  }

  @Test
  void fileThatIsNoResult_exitsWith2_andTheOthersAreRendered() {
    session.run(Engine.real(), "report --out c one.yaml reports/out/one.json nope.json");
    session.exits(ExitCode.INVALID_INPUT).complains("one.yaml: expected a JSON object");
    session.complains("nope.json: no such file");
    session.prints("wrote c/one.html");
  }

  @Test
  void hiddenCharacters_areEscapesInEveryRendering() throws IOException {
    String json = Files.readString(folder.resolve("reports/out/one.json"));
    session.file("esc.json", json.replace("ann MAY use", "ann \\u001b[31m\\n## MAY\\u202e use"));
    session.run(Engine.real(), "report --out h --format markdown,csv,junit,sarif esc.json");
    session.exits(ExitCode.OK);
    for (String file : session.filesIn("h")) {
      String text = Files.readString(folder.resolve("h").resolve(file));
      assertFalse(text.contains("\u001b") || text.contains("\u202e"), file);
      assertFalse(text.contains("\n## MAY"), file);
    }
    assertTrue(Files.readString(folder.resolve("h/one.html")).contains("\\u001b[31m\\u000a## MAY"));
  }

  @Test
  void results_ofOneName_areNotWrittenOverEachOther() throws IOException {
    Files.copy(folder.resolve("reports/out/one.json"), folder.resolve("other.json"));
    session.run(Engine.real(), "report --out f reports/out/one.json other.json");
    session.exits(ExitCode.INVALID_INPUT);
    session.complains(
        "other.json: the scenario is called `one` like that of `reports/out/one.json`, and would");
  }

  @Test
  void result_calledIndex_isRefusedBesideOthers() throws IOException {
    String json = Files.readString(folder.resolve("reports/out/one.json"));
    session.file("i.json", json.replace("\"name\" : \"one\"", "\"name\" : \"index\""));
    session.run(Engine.real(), "report --out g i.json").exits(ExitCode.OK);
    session.run(Engine.real(), "report --out g i.json reports/out/one.json");
    session.exits(ExitCode.INVALID_INPUT).complains("i.json: the scenario is called `index`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "../../reports/x", "a/x", "..", ""})
  void scenarioName_thatLeadsElsewhere_exitsWith2AndWritesNothing(String name) throws IOException {
    String json = Files.readString(folder.resolve("reports/out/one.json"));
    String absolute = name.startsWith("/") ? folder + name : name;
    session.file(
        "evil.json", json.replace("\"name\" : \"one\"", "\"name\" : \"" + absolute + "\""));
    List<String> before = session.filesIn(".");
    session.run(Engine.real(), "report --out reports/out evil.json");
    session.exits(ExitCode.INVALID_INPUT).complains("evil.json: `scenario.name`: `");
    session.complains("` can't name a scenario; expected at most 200 of `a-z`, `0-9` and `-`");
    assertEquals(before, session.filesIn("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"seed\" : \"       | \"seed\" : {}, \"x\" : \" | expected words in `environment`, but `seed` is none",
        "\"name\" : \"one\" | \"name\" : \"a\\u0000b\"  | `scenario.name`: `a\\u0000b` can't name a scenario",
        "\"users\" : 1      | \"users\" : 9223372036854775808 | `scenario.users` is missing or of another type",
        "\"requests\" :     | \"requests\" : 9223372036854775808, \"x\" : | `scenario.requests` is",
      })
  void file_withAnotherWord_exitsWith2AndWritesNothing(String word, String other, String message)
      throws IOException {
    String json = Files.readString(folder.resolve("reports/out/one.json"));
    assertTrue(json.contains(word), json);
    session.file("evil.json", json.replace(word, other));
    session.run(Engine.real(), "report --out d evil.json").exits(ExitCode.INVALID_INPUT);
    session.complains("evil.json: ").complains(message);
    assertEquals(List.of(), session.filesIn("d"));
  }

  @Test
  void file_nestedTooDeep_exitsWith2AndSumsUpNothing() {
    session.file("deep.json", "[".repeat(100_000));
    session
        .run(Engine.real(), "report --format markdown,csv --out e deep.json")
        .exits(ExitCode.INVALID_INPUT);
    assertEquals(List.of(), session.filesIn("e"));
    session.complains("deep.json: expected a JSON object, but it is nested too deep");
  }

  @Test
  void unknownFormat_exitsWith2() {
    session.run(Engine.real(), "report --format pdf reports/out/one.json");
    session.exits(ExitCode.INVALID_INPUT).complains("pdf");
  }
}
