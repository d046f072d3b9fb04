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
            "\n"
                + "| Strategy | Enforced | p1 | p2 | p3 | p4 | Decided at | Signatures + round"
                + " trips | Standing |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
                + "| credential-inheritance | 2 of 4 | ✗ no | ✓ yes | ✓ yes | ✗ no | resource | 0 +"
                + " 0 | 3 |\n"),
        markdown);
    assertTrue(
        markdown.contains("\n- p1 (line 12): hr-staff MAY use employee-records directly\n"),
        markdown);
  }

  @Test
  void severalScenarios_beginWithAComparison() {
    String markdown = MarkdownReport.render(Results.all());
    assertTrue(
        markdown.contains(
            "\n"
                + "| Strategy | Decided at | hr-rollout | marketing | research-batch |"
                + " shared-document |\n"
                + "| --- | --- | --- | --- | --- | --- |\n"
                + "| `credential-inheritance` | resource | 2 of 4 | **4 of 4** | 0 of 3 | 2 of 4"
                + " |\n"),
        markdown);
    assertTrue(
        markdown.contains("\n| `token-exchange` | – · 4 | – · 4 | – · 4 | – · 3 |\n"), markdown);
    assertTrue(markdown.indexOf("| `token-exchange`") < markdown.indexOf("## hr-rollout"));
  }

  @Test
  void failedExpectation_comesFirst() {
    String markdown = MarkdownReport.render(List.of(Results.withFailedExpectation()));
    int failure = markdown.indexOf("✗ expectation failed at scenarios/hr-rollout.yaml\\:17");
    assertTrue(failure > 0 && failure < markdown.indexOf("| Strategy"), markdown);
  }

  @Test
  void strategyThatFailed_isNamedWithItsError() {
    String markdown = MarkdownReport.render(List.of(Results.withFailedStrategy()));
    assertTrue(markdown.contains("\n- ✗ strategy my-own (my.jar) failed\\: it broke"), markdown);
  }

  @Test
  void markup_isEscaped() {
    assertEquals("\\<b\\> \\`x\\` \\| \\@bob \\*", Markdown.escaped("<b>\n`x` | @bob *"));
    assertFalse(MarkdownReport.render(List.of(Hostile.result())).contains(" <script"));
  }

  @Test
  void everyTableRow_hasAsManyCells() {
    MarkdownReport.render(List.of(Hostile.result()))
        .lines()
        .filter(line -> line.startsWith("|"))
        .forEach(line -> assertEquals(10, line.split("(?<!\\\\)\\|").length, line));
  }
}
