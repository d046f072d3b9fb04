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
 * @param cells the cells with code, in their order
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
    List<Cell> cells =
        notebook
            .get("cells")
            .valueStream()
            .filter(cell -> cell.get("cell_type").asString().equals("code"))
            .map(Cell::of)
            .toList();
    return new Notebook(path, cells);
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }

  /**
   * A cell with code.
   *
   * @param hasOutput whether something of a run was stored with it
   */
  record Cell(String id, String source, boolean hasOutput) {
    private static Cell of(JsonNode cell) {
      return new Cell(
          cell.get("id").asString(),
          cell.get("source").valueStream().map(JsonNode::asString).collect(Collectors.joining()),
          !cell.get("outputs").isEmpty() || !cell.get("execution_count").isNull());
    }

    /** The code without the lines that speak to the kernel rather than to Java. */
    String code() {
      return source.lines().filter(line -> !line.startsWith("%")).collect(Collectors.joining("\n"));
    }
  }
}
