package dev.onbehalf.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.Samples;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A comparison says what differs with its proof, and what is alike in one line. */
final class CompareReportTest {
  @Test
  void policies_thatDiffer_haveTheirProofAndTheOthersAreOneLine() {
    String report =
        CompareReport.render(Samples.hrRollout(), "header", "token-exchange", Style.PLAIN);
    assertTrue(
        report.startsWith("hr-rollout: header enforces 3 of 4 policies, token-exchange 4 of 4\n"));
    assertTrue(report.contains("    ! header: enforced, but not against a caller who cheats\n"));
    assertTrue(report.contains("    ✓ token-exchange: enforced\n"));
    assertTrue(report.contains("\nPolicies that fare alike\n  ✓ p1, p2, p3: enforced\n"), report);
  }

  @Test
  void costs_thatAreAlike_areOneFigure() {
    String report =
        CompareReport.render(Samples.hrRollout(), "header", "token-exchange", Style.PLAIN);
    assertTrue(
        report.contains("\nCosts that are alike\n  signatures to obtain                2\n"),
        report);
    assertFalse(report.contains("Costs that differ"), report);
  }

  @Test
  void costs_thatDiffer_standSideBySideInTheWordsOfTheSummary() {
    SimulationResult result =
        Samples.result(
            "s",
            Optional.empty(),
            List.of(),
            List.of(
                Samples.strategy("one", Samples.cost(Growth.ADDITIVE, "user")),
                Samples.strategy(
                    "other",
                    Samples.cost(
                        Growth.MULTIPLICATIVE, "user", "path", "resource", "action", "context"))),
            List.of());
    String report = CompareReport.render(result, "one", "other", Style.PLAIN);
    assertTrue(
        report.contains(
            """
            Costs that differ
                                                  one   other
              cached by                           user  user, path, resource, action,
                                                        context
              standing credentials                4     4×
            """),
        report);
    assertTrue(
        report.endsWith("\n  ×: grows with a product of users, agents and resources\n"), report);
    assertTrue(TerminalReport.render(result, Style.PLAIN).contains("×: grows with a product"));
  }

  @Test
  void everyLine_fitsItsWidth() {
    String name = "n".repeat(256);
    SimulationResult wide =
        Samples.result(
            name,
            Optional.empty(),
            List.of(Samples.policy(name, 1, name + " MAY use " + name, Effect.MAY)),
            List.of(
                Samples.strategy(name, Samples.fails(name)),
                Samples.strategy("other", Samples.holds(name))),
            List.of());
    CompareReport.render(wide, name, "other", Style.PLAIN)
        .lines()
        .forEach(line -> assertTrue(PrintableText.width(line) <= Page.WIDTH, line));
  }
}
