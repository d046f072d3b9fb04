package dev.onbehalf.notebooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.notebooks.Notebook.Cell;
import dev.onbehalf.notebooks.NotebookShell.CellFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every notebook runs from start to end on fresh results, leaves nothing that can't be read, and is
 * stored without outputs; its rendered copy shows what a run leaves.
 */
final class NotebooksTest {
  private static final Path ROOT = Path.of(System.getProperty("root", ".."));
  private static final Path JAR = ROOT.resolve("sim.jar");

  private static final String CHART =
      """
      import org.knowm.xchart.*;
      import org.knowm.xchart.style.Styler;
      List<String> here = List.of("here");
      CategoryChart c = new CategoryChartBuilder().width(400).height(300).build();
      void write(double y) {
        c.addAnnotation(new AnnotationText("text", 0, y, false));
      }
      c.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
      c.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
      %s
      java.io.ByteArrayOutputStream svg = new java.io.ByteArrayOutputStream();
      VectorGraphicsEncoder.saveVectorGraphic(c, svg, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
      display("text/html", svg.toString());
      """;

  @TempDir private static Path results = Path.of("");

  /** For cells that leave nothing to others; to start a shell takes a second. */
  private static final NotebookShell SHARED = new NotebookShell(JAR, Map.of());

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    assertTrue(Files.exists(JAR), "there is no sim.jar; `./mvnw verify` builds it first");
    Process prepare =
        new ProcessBuilder(ROOT.resolve("notebooks/prepare").toString(), results.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(prepare.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, prepare.waitFor(), output);
  }

  @AfterAll
  static void endTheSharedShell() {
    SHARED.close();
  }

  static List<Notebook> notebooks() {
    try (Stream<Path> files = Files.list(ROOT.resolve("notebooks"))) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .sorted()
          .map(Notebook::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Notebook notebook(String name) {
    return Notebook.read(ROOT.resolve("notebooks").resolve(name + ".ipynb"));
  }

  /** Runs all cells on results; what each leaves. */
  private static List<CellOutput> run(Notebook notebook, Map<String, String> properties) {
    try (NotebookShell shell = new NotebookShell(JAR, properties)) {
      return notebook.code().stream()
          .map(
              cell ->
                  assertDoesNotThrow(
                      () -> shell.run(cell.code()), () -> notebook + ", " + cell.id()))
          .toList();
    }
  }

  private static int charts(List<CellOutput> outputs) {
    return outputs.stream().mapToInt(output -> output.charts().size()).sum();
  }

  @Test
  void notebooks_areFound() {
    assertEquals(4, notebooks().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = ;",
        "int x = \"text\";",
        "unknown();",
        "int later() { return missing; }",
        "throw new IllegalStateException(\"no\");",
        "if (true) {",
        "for (int i = 0; i < 41; i++) System.out.println(i);",
        "System.out.println(\"x\".repeat(121));",
        "display(\"text/html\", \"\");",
      })
  void cell_thatIsWrong_fails(String code) {
    assertThrows(CellFailedException.class, () -> SHARED.run(code));
  }

  @Test
  void import_thatTheKernelHasMade_fails() {
    try (NotebookShell shell = new NotebookShell(JAR, Map.of())) {
      assertThrows(CellFailedException.class, () -> shell.run("import java.util.*;"));
    }
  }

  @Test
  void cell_thatFillsTheScreen_runs() {
    String code = "for (int i = 0; i < 40; i++) System.out.println(\"x\".repeat(120));";
    assertEquals(40, SHARED.run(code).text().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          List.of();                                                            | nothing is drawn
          for (int i = 0; i < 17; i++) c.addSeries("" + i, here, List.of(1));   | nothing is drawn
          for (int i = 0; i < 6; i++) c.addSeries("" + i, here, List.of(1));    | less than half
          c.addSeries("s", here, List.of(1)); c.setTitle("x".repeat(90));       | a label is cut off
          c.addSeries("s", here, List.of(1)); write(0.5); write(0.52);          | two labels overlap
          """)
  void chart_thatCannotBeRead_fails(String series, String reason) {
    String code = CHART.formatted(series);
    String message =
        String.valueOf(
            assertThrows(CellFailedException.class, () -> SHARED.run(code)).getMessage());
    assertTrue(message.contains(reason), message);
  }

  @Test
  void chart_thatCanBeRead_isShown() {
    String code = CHART.formatted("c.addSeries(\"s\", here, List.of(1)); write(0.5); write(0.7);");
    assertEquals(1, SHARED.run(code).charts().size());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void notebook_runsFromStartToEnd_asItsCopyShows(Notebook notebook) throws IOException {
    List<CellOutput> outputs = run(notebook, Map.of("results", results.toString()));
    assertTrue(charts(outputs) > 0, "no chart");
    String fresh = RenderedNotebook.of(notebook, outputs);
    Path copy = ROOT.resolve("notebooks/rendered").resolve(notebook.name() + ".md");
    if (System.getProperty("rendered", "").equals("write")) {
      Files.writeString(copy, fresh);
    }
    assertEquals(Files.readString(copy), fresh);
  }

  @Test
  void scenarioWithMistakes_isRefusedWithThem() {
    try (NotebookShell shell = new NotebookShell(JAR, Map.of())) {
      Notebook notebook = notebook("bring-your-own-scenario");
      shell.run(cell(notebook, "set-up").code());
      shell.run(
          """
          String heard = "";
          try {
            run("scenario: mine");
          } catch (IllegalArgumentException e) {
            heard = e.getMessage();
          }
          """);
      assertTrue(shell.run("say(heard);").text().contains("can't be run"));
    }
  }

  private static Cell cell(Notebook notebook, String id) {
    return notebook.code().stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void exercise_hasAnAnswerThatIsFolded() {
    for (Notebook notebook : notebooks()) {
      List<Cell> answers = notebook.code().stream().filter(Cell::isAnswer).toList();
      assertFalse(answers.isEmpty(), notebook::toString);
      assertTrue(answers.stream().allMatch(Cell::isFolded), notebook::toString);
      assertTrue(
          notebook.cells().stream().anyMatch(cell -> cell.id().startsWith("exercise-")),
          notebook::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"marketing", "relay", "growth/random-u32-a32-g0-c0-r2-p5-s1"})
  void scenarioOfTheReader_isShown(String scenario) {
    Notebook notebook = notebook("bring-your-own-scenario");
    String named = "JsonNode mine = result(\"" + scenario + "\");";
    List<Cell> cells =
        notebook.withoutExercises().cells().stream()
            .map(cell -> cell.id().equals("scenario") ? cell.with(named) : cell)
            .toList();
    Notebook readers = new Notebook(notebook.path(), cells);
    assertEquals(1, charts(run(readers, Map.of("results", results.toString()))));
  }

  @Test
  void measuredTimes_areDrawn(@TempDir Path measured) throws IOException {
    MeasuredTimes.copy(results, measured);
    int withTimes = 4;
    assertEquals(
        withTimes,
        charts(
            run(
                notebook("what-does-it-cost").withoutExercises(),
                Map.of("results", measured.toString()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"impersonate-or-delegate", "what-does-it-cost"})
  void scenarioOfTheProject_isToldOf(String notebook) throws IOException {
    String code =
        notebook(notebook).code().stream().map(Cell::code).collect(Collectors.joining("\n"));
    try (Stream<Path> files = Files.list(ROOT.resolve("scenarios"))) {
      List<String> untold =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> '"' + file.replace(".yaml", "") + '"')
              .filter(scenario -> !code.contains(scenario))
              .toList();
      assertEquals(List.of(), untold);
    }
  }

  @Test
  void setUp_isTheSameEverywhere() {
    Set<String> setUps =
        notebooks().stream()
            .flatMap(notebook -> notebook.code().stream())
            .filter(cell -> cell.id().equals("set-up"))
            .map(Cell::code)
            .collect(Collectors.toSet());
    assertEquals(1, setUps.size());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void notebook_isStoredWithoutOutputs(Notebook notebook) {
    assertFalse(notebook.cells().isEmpty());
    notebook.cells().forEach(cell -> assertFalse(cell.hasOutput(), notebook + ", " + cell.id()));
  }
}
