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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every notebook runs from start to end on fresh results, and is stored without outputs. */
final class NotebooksTest {
  private static final Path ROOT = Path.of(System.getProperty("root", ".."));
  private static final Path JAR = ROOT.resolve("sim.jar");

  @TempDir private static Path results = Path.of("");

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

  @Test
  void notebooks_areFound() {
    assertEquals(3, notebooks().size());
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
        "display(\"text/html\", \"\");",
      })
  void cell_thatIsWrong_fails(String code) {
    try (NotebookShell shell = new NotebookShell(JAR, Map.of())) {
      assertThrows(CellFailedException.class, () -> shell.run(code));
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void notebook_runsFromStartToEnd(Notebook notebook) {
    try (NotebookShell shell = new NotebookShell(JAR, Map.of("results", results.toString()))) {
      for (Cell cell : notebook.cells()) {
        assertDoesNotThrow(() -> shell.run(cell.code()), () -> notebook + ", " + cell.id());
      }
      assertTrue(shell.output().contains("[text/html]"), shell.output());
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void notebook_isStoredWithoutOutputs(Notebook notebook) {
    assertFalse(notebook.cells().isEmpty());
    notebook.cells().forEach(cell -> assertFalse(cell.hasOutput(), notebook + ", " + cell.id()));
  }
}
