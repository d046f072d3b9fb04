package dev.onbehalf.reports.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.gate.GateSummary.Bounds;
import dev.onbehalf.reports.gate.GateSummary.Change;
import dev.onbehalf.reports.gate.GateSummary.CountLine;
import dev.onbehalf.reports.gate.GateSummary.TimeLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The verdict and the baseline come first, what fails before what doesn't, and times last. */
class GateReportTest {
  private static final GateSummary SUMMARY =
      new GateSummary(
          "REGRESSION: 1 of 2 timed rows slower",
          1.1,
          List.of("baseline: old.jar", "this build: sim|jar"),
          List.of(
              new CountLine("fine", "equal", false, List.of("1", "1", "0", "9", "100")),
              new CountLine("worse", "CHANGED", true, List.of("1 → 2", "1", "0", "9", "100"))),
          List.of(
              line("fine", "pass", false, change(0.99, 1.003, 1.02)),
              line("worse", "REGRESSION", true, change(1.18, 1.2, 1.22)),
              line("new", "inconclusive", false, Optional.empty())),
          List.of("a note"));

  private static Optional<Change> change(double low, double ratio, double high) {
    return Optional.of(
        new Change(ratio, low <= 1 && high >= 1, Optional.of(new Bounds(low, high))));
  }

  private static TimeLine line(
      String strategy, String verdict, boolean bad, Optional<Change> change) {
    return new TimeLine(strategy, "access", verdict, bad, change, "5 forks", 1_000, 1_200);
  }

  @Test
  void text_beginsWithVerdictAndBaseline() {
    List<String> lines = GateReport.render(SUMMARY).lines().toList();
    assertEquals("REGRESSION: 1 of 2 timed rows slower", lines.get(0));
    assertEquals("  baseline: old.jar", lines.get(1));
    assertEquals("  a note", lines.get(lines.size() - 1));
  }

  @Test
  void text_putsFailuresFirst() {
    String text = GateReport.render(SUMMARY);
    assertTrue(text.indexOf("CHANGED") < text.indexOf("equal"), text);
    assertTrue(text.indexOf("+20.0 %") < text.indexOf("~ +0.3 %"), text);
    assertTrue(text.contains("-1.0 % … +2.0 %"), text);
  }

  @Test
  void change_thatIsUnknown_isNoNumber() {
    assertTrue(
        GateCells.times(SUMMARY).stream()
            .anyMatch(row -> row.containsAll(List.of("new", "inconclusive", "–"))));
  }

  @Test
  void markdown_beginsWithTheVerdict_andEscapesWhatIsNotItsOwn() {
    String markdown = GateMarkdown.render(SUMMARY);
    assertTrue(markdown.startsWith("**REGRESSION"), markdown);
    assertTrue(markdown.contains("sim\\|jar"), markdown);
    long cells = markdown.lines().filter(line -> line.startsWith("| worse |")).count();
    assertEquals(2, cells);
  }

  @Test
  void chart_namesEveryRowThatHasBounds() {
    String chart = RatioChart.render(SUMMARY);
    assertTrue(chart.contains(">worse, access<"), chart);
    assertTrue(chart.contains(">fine, access<"), chart);
    assertFalse(chart.contains(">new, access<"), chart);
    assertTrue(chart.contains(">limit<"), chart);
  }

  @Test
  void chart_ofNothing_isEmpty() {
    assertTrue(
        RatioChart.render(new GateSummary("", 1.1, List.of(), List.of(), List.of(), List.of()))
            .contains("No row was timed"));
  }
}
