package dev.onbehalf.reports.exchange;

import dev.onbehalf.simulation.result.Finding;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.Surveyed;
import dev.onbehalf.simulation.result.Surveyed.Size;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of a sweep, in CSV (RFC 4180): a row for each scenario. */
public final class SweepTable {
  /** The names of the columns. */
  public static final List<String> COLUMNS =
      List.of(
          ("file parameters key scenario users agents resources policies requests needs onBehalfOf"
                  + " recommended machinery suffice problem")
              .split(" ", -1));

  private SweepTable() {}

  /** The first row. */
  public static String header() {
    return Csv.row(COLUMNS);
  }

  /** One of the others. */
  public record Row(List<String> cells) implements Serializable {
    /** A row with a cell for each column. */
    public Row {
      if (cells.size() != COLUMNS.size()) {
        throw new IllegalArgumentException("the columns aren't those of a sweep");
      }
      cells = List.copyOf(cells);
    }

    /** The row of a scenario. */
    public static Row of(Surveyed scenario) {
      Optional<Finding> finding = scenario.finding();
      Optional<Finding.Score> recommended = finding.flatMap(Finding::recommended);
      return new Row(
          List.of(
              scenario.file(),
              scenario.parameters(),
              scenario.key(),
              scenario.size().map(Size::scenario).orElse(""),
              scenario.size().map(Size::users).map(String::valueOf).orElse(""),
              scenario.size().map(Size::agents).map(String::valueOf).orElse(""),
              scenario.size().map(Size::resources).map(String::valueOf).orElse(""),
              finding.map(Finding::policies).map(String::valueOf).orElse(""),
              finding.map(Finding::requests).map(String::valueOf).orElse(""),
              finding.map(one -> one.needs().word()).orElse(""),
              finding.map(one -> OnBehalfOf.of(one.needs()).word()).orElse(""),
              recommended.map(Finding.Score::strategy).orElse(finding.isPresent() ? "none" : ""),
              recommended.map(one -> String.join(" ", one.machinery())).orElse(""),
              finding.map(SweepTable::suffice).orElse(""),
              scenario.problem()));
    }

    /** The cell in the column. */
    public String cell(String column) {
      return cells.get(COLUMNS.indexOf(column));
    }

    /** The cells by the names of their columns. */
    public Map<String, String> byColumn() {
      Map<String, String> byColumn = new LinkedHashMap<>();
      COLUMNS.forEach(column -> byColumn.put(column, cell(column)));
      return byColumn;
    }

    /** The row in CSV. */
    public String csv() {
      return Csv.row(cells);
    }
  }

  private static String suffice(Finding finding) {
    return finding.strategies().stream()
        .filter(Finding.Score::suffices)
        .map(Finding.Score::strategy)
        .collect(Collectors.joining(" "));
  }
}
