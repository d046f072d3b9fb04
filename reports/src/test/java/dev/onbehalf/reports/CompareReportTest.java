package dev.onbehalf.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.SimulationResult;
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
    assertTrue(report.contains("    ! header: enforced, but not against an agent that cheats\n"));
    assertTrue(report.contains("    ✓ token-exchange: enforced\n"));
    assertTrue(report.contains("  alike: p1, p2, p3 enforced\n"), report);
  }

  @Test
  void costs_thatAreAlike_areNoRows() {
    String report =
        CompareReport.render(Samples.hrRollout(), "header", "token-exchange", Style.PLAIN);
    assertEquals(0, report.lines().filter(line -> line.startsWith("  signatures")).count());
    assertTrue(report.contains("  alike: signatures to obtain 2; "), report);
  }

  @Test
  void everyLine_fitsItsWidth() {
    String name = "n".repeat(256);
    SimulationResult wide =
        Samples.result(
            name,
            Optional.empty(),
            List.of(Samples.policy(name, 1, name + " MAY use " + name, "MAY")),
            List.of(
                Samples.strategy(name, Samples.fails(name)),
                Samples.strategy("other", Samples.holds(name))),
            List.of());
    CompareReport.render(wide, name, "other", Style.PLAIN)
        .lines()
        .forEach(line -> assertTrue(Printable.width(line) <= Page.WIDTH, line));
  }
}
