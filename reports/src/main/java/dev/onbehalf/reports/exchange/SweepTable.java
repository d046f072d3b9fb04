package dev.onbehalf.reports.exchange;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.Finding;
import dev.onbehalf.simulation.result.OnBehalfOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of a sweep in CSV (RFC 4180): a row for each scenario. */
public final class SweepTable {
  /** The names of the columns. */
  public static final List<String> COLUMNS =
      List.of(
          ("file parameters key scenario users agents resources policies requests needs onBehalfOf"
                  + " recommended machinery suffice problem")
              .split(" ", -1));

  private SweepTable() {}

  /**
   * One scenario.
   *
   * @param key a checksum of the case
   * @param problem why it has no finding; empty if it has
   */
  public record Row(
      String file,
      String parameters,
      String key,
      Optional<Size> size,
      Optional<Finding> finding,
      String problem) {}

  /** How large a scenario is. */
  public record Size(String scenario, int users, int agents, int resources) {
    public static Size of(Scenario scenario) {
      return new Size(
          scenario.name(),
          scenario.users().size(),
          scenario.agents().size(),
          scenario.resources().size());
    }
  }

  /** The first row. */
  public static String header() {
    return Csv.row(COLUMNS);
  }

  /** One of the others. */
  public static String render(Row row) {
    Optional<Finding> finding = row.finding();
    Optional<Finding.Score> recommended = finding.flatMap(Finding::recommended);
    return Csv.row(
        List.of(
            row.file(),
            row.parameters(),
            row.key(),
            row.size().map(Size::scenario).orElse(""),
            row.size().map(Size::users).map(String::valueOf).orElse(""),
            row.size().map(Size::agents).map(String::valueOf).orElse(""),
            row.size().map(Size::resources).map(String::valueOf).orElse(""),
            finding.map(Finding::policies).map(String::valueOf).orElse(""),
            finding.map(Finding::requests).map(String::valueOf).orElse(""),
            finding.map(one -> one.needs().word()).orElse(""),
            finding.map(one -> OnBehalfOf.of(one.needs()).word()).orElse(""),
            recommended.map(Finding.Score::strategy).orElse(finding.isPresent() ? "none" : ""),
            recommended.map(one -> String.join(" ", one.machinery())).orElse(""),
            finding.map(SweepTable::suffice).orElse(""),
            row.problem()));
  }

  private static String suffice(Finding finding) {
    return finding.strategies().stream()
        .filter(Finding.Score::suffices)
        .map(Finding.Score::strategy)
        .collect(Collectors.joining(" "));
  }
}
