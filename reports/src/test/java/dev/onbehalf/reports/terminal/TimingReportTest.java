package dev.onbehalf.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.Samples;
import dev.onbehalf.reports.terminal.TimingReport.Row;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of costs says how it was measured, and fits the terminal. */
final class TimingReportTest {
  private static final Row ROW = new Row("header", 1, 0, 2, 300, Samples.timing());

  @Test
  void table_hasALineForEveryStep() {
    String report = TimingReport.render(List.of(ROW), Style.PLAIN);
    assertContains(report, "quick measurement: ES256 with signatures by JDK, 2 forks;");
    assertContains(report, "(50 % confidence)");
    assertContains(report.replaceAll("\\s+", " "), "(50 % confidence), 4 of 4 steps not steady");
    assertContains(report.replaceAll("\\s+", " "), ", the widest interval ±12.5%");
    assertContains(report, "  header  obtain    10.00  9.00 … 11.00    9.50     2.00   640\n");
    assertContains(report, "          decide    10.00  9.00 … 11.00    9.50        –   640\n");
    assertContains(
        report, "header obtains by 1 signature, 0 verifications and 2 round trips, and presents");
  }

  @Test
  void everyLine_fitsItsWidth() {
    Row wide = new Row("n".repeat(256), 1, 0, 2, 300, Samples.timing());
    TimingReport.render(List.of(wide, ROW), Style.PLAIN)
        .lines()
        .forEach(line -> assertTrue(PrintableText.width(line) <= Page.WIDTH, line));
  }

  @Test
  void rows_areThoseOfMeasuredStrategies() {
    assertEquals(List.of(), TimingReport.rows(Samples.hrRollout()));
    assertEquals("", TimingReport.render(List.of(), Style.PLAIN));
    List<Row> rows =
        TimingReport.rows(Samples.hrRollout().with(Map.of("header", Samples.timing())));
    assertEquals(List.of("header"), rows.stream().map(Row::name).toList());
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), () -> "no `" + part + "` in:\n" + text);
  }
}
