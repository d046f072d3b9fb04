package dev.onbehalf.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.Samples;
import dev.onbehalf.reports.html.Many;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the terminal shows is read in a minute: few lines, the verdict first, and one proof. */
final class SummaryReportTest {
  private static final int MOST_LINES = 23;

  @Test
  void summary_fitsOnAScreenWithTheLineOfThePage() {
    for (SimulationResult result :
        List.of(Samples.hrRollout(), Samples.manyPolicies(200), Many.result())) {
      List<String> lines = plain(result).lines().toList();
      assertTrue(lines.size() <= MOST_LINES, lines::toString);
      lines.forEach(line -> assertTrue(PrintableText.width(line) <= 100, line));
    }
  }

  @Test
  void verdict_isTheFirstLine() {
    assertEquals(
        "hr-rollout: use token-exchange; on-behalf-of is not required, a door that only agents pass"
            + " is",
        plain(Samples.hrRollout()).lines().findFirst().orElseThrow());
  }

  @Test
  void strategiesThatFareAlike_shareARow() {
    assertContains(plain(Many.result()), "  agent-header            2 of 4    4          p1, p4  ");
    assertContains(plain(Many.result()), "(and agent-mtls and 2 more)");
    assertContains(plain(Many.result()), "\n→ token-exchange          4 of 4");
  }

  @Test
  void proof_isThatOfTheClosestStrategyThatFails() {
    assertContains(
        plain(Samples.hrRollout()),
        "  proof       credential-inheritance: `omar modify employee-records directly` must be");
  }

  @Test
  void expectation_thatFailed_saysWhereAndWhatWasFound() {
    assertContains(
        plain(
            Samples.expecting(
                new ExpectationResult("recommended", "token-exchange", "x", 20, 3, true),
                new ExpectationResult("enforced by x", "2", "4", 21, 5, false))),
        "  expected    scenarios/hr-rollout.yaml:21:5: enforced by x: expected 2, found 4\n");
  }

  @Test
  void textOfTheScenario_cannotSteerTheTerminal() {
    String evil = "e\u001b]0;evil\u0007\u202e\r\n";
    String summary =
        plain(
            Samples.result(
                evil,
                Optional.of(evil),
                List.of(Samples.policy(evil, 1, evil, Effect.MAY)),
                List.of(Samples.strategy(evil, Samples.fails(evil))),
                List.of(new ExpectationResult(evil, evil, evil, 1, 1, false))));
    assertTrue(summary.chars().allMatch(c -> c == '\n' || c >= ' '), summary);
    assertFalse(summary.contains("\u202e"), summary);
  }

  @Test
  void closingTable_hasALineForEachScenario() {
    assertEquals(
        """
          scenario    use             on-behalf-of  expectations
          hr-rollout  token-exchange  not required  none
          many        none suffices   required      none
        """,
        ClosingTable.render(List.of(Samples.hrRollout(), Samples.manyPolicies(2)), Style.PLAIN));
  }

  @Test
  void times_areToldInTwoLines_ofTheRecommendedStrategyAndTheFastestOther() {
    SimulationResult result =
        Samples.hrRollout()
            .with(Map.of("token-exchange", Samples.timing(), "header", Samples.timing()));
    List<String> lines = TimingSummary.lines(List.of(result));
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("minting: token-exchange "), lines.get(0));
    assertTrue(lines.get(0).endsWith(" us, 1 times header"), lines.get(0));
    assertTrue(lines.get(1).startsWith("a whole access: token-exchange "), lines.get(1));
    assertEquals(List.of(), TimingSummary.lines(List.of(Samples.hrRollout())));
  }

  private static String plain(SimulationResult result) {
    return SummaryReport.render(result, Style.PLAIN);
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), () -> "no `" + part + "` in:\n" + text);
  }
}
