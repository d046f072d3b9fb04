package dev.onbehalf.reports.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.html.Hostile;
import dev.onbehalf.reports.html.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Markdown that suits the summary of a CI step. */
final class MarkdownReportTest {
  @Test
  void scenario_hasVerdictAndTable() {
    String markdown = MarkdownReport.render(List.of(Results.hrRollout()));
    assertTrue(markdown.startsWith("## hr-rollout\n\n**use token-exchange"), markdown);
    assertTrue(
        markdown.contains(
            "\n| Policy | credential-inheritance | service-account | token-exchange |"
                + "\n| --- | --- | --- | --- |"
                + "\n| p1 (line 12): hr-staff MAY use employee-records directly"
                + " | ✗ can't be enforced | ✓ enforced | ✓ enforced |\n"),
        markdown);
  }

  @Test
  void failedExpectation_comesFirst() {
    String markdown = MarkdownReport.render(List.of(Results.withFailedExpectation()));
    int failure = markdown.indexOf("✗ expectation failed at scenarios/hr-rollout.yaml\\:17");
    assertTrue(failure > 0 && failure < markdown.indexOf("| Policy"), markdown);
  }

  @Test
  void markup_isEscaped() {
    assertEquals("\\<b\\> \\`x\\` \\| \\@bob \\*", MarkdownText.escaped("<b>\n`x` | @bob *"));
    assertFalse(MarkdownReport.render(List.of(Hostile.result())).contains(" <script"));
  }

  @Test
  void everyTableRow_hasAsManyCells() {
    MarkdownReport.render(List.of(Hostile.result()))
        .lines()
        .filter(line -> line.startsWith("|"))
        .forEach(line -> assertEquals(5, line.split("(?<!\\\\)\\|").length, line));
  }
}
