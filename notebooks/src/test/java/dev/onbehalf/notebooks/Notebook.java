package dev.onbehalf.notebooks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notebook as it is stored.
 *
 * @param path where it is stored
 * @param cells in their order
 */
record Notebook(Path path, List<Cell> cells) {
  private static final JsonMapper JSON = new JsonMapper();

  Notebook {
    cells = List.copyOf(cells);
  }

  static Notebook read(Path path) {
    return of(path, JSON.readTree(path.toFile()));
  }

  static Notebook of(Path path, JsonNode notebook) {
    List<Cell> cells = notebook.get("cells").valueStream().map(Cell::of).toList();
    return new Notebook(path, cells);
  }

  /** The cells that are run. */
  List<Cell> code() {
    return cells.stream().filter(Cell::isCode).toList();
  }

  /** The same without what is left to its reader to find out. */
  Notebook withoutExercises() {
    return new Notebook(path, cells.stream().filter(cell -> !cell.isOfExercise()).toList());
  }

  /** The name without its ending. */
  String name() {
    return toString().replace(".ipynb", "");
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }

  /**
   * A cell with text or code.
   *
   * @param isFolded whether a reader has to open it
   * @param hasOutput whether something of a run was stored with it
   */
  record Cell(String id, String source, boolean isCode, boolean isFolded, boolean hasOutput) {
    private static Cell of(JsonNode cell) {
      return new Cell(
          cell.get("id").asString(),
          cell.get("source").valueStream().map(JsonNode::asString).collect(Collectors.joining()),
          cell.get("cell_type").asString().equals("code"),
          cell.at("/metadata/jupyter/source_hidden").asBoolean(false),
          !cell.path("outputs").isEmpty() || cell.hasNonNull("execution_count"));
    }

    /** Whether it holds the answer of an exercise. */
    boolean isAnswer() {
      return id.startsWith("answer-");
    }

    private boolean isOfExercise() {
      return isAnswer() || id.startsWith("exercise-");
    }

    /** The same cell with other code. */
    Cell with(String code) {
      return new Cell(id, code, isCode, isFolded, hasOutput);
    }

    /** The code without the lines that speak to the kernel rather than to Java. */
    String code() {
      return source.lines().filter(line -> !line.startsWith("%")).collect(Collectors.joining("\n"));
    }
  }
}
