package dev.onbehalf.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.reports.ResultBuilder;
import dev.onbehalf.reports.Samples;
import dev.onbehalf.reports.html.Many;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Plan.Step;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.text.PrintableText;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The summary says the verdict first, marks every score with sign and words, and fits. */
final class TerminalReportTest {
  @Test
  void verdict_isTheFirstLine() {
    assertTrue(plain(Samples.hrRollout()).startsWith("hr-rollout: use token-exchange\n"));
  }

  @Test
  void plan_isShownWhereItIsAnotherThanTheRecommendation() {
    Plan plan =
        new Plan(
            Map.of("employee-records", "header"),
            List.of(Machinery.GATEWAY),
            true,
            3,
            BigInteger.valueOf(4),
            List.of(
                new Step(List.of(), List.of(), Map.of(), List.of()),
                new Step(
                    List.of(Machinery.GATEWAY),
                    List.of("gateway team", "agents"),
                    Map.of("employee-records", "header"),
                    List.of("p1", "p2"))),
            Optional.of(new LiveCounts(12, 12, 0, 0, 34, true)));
    String report =
        plain(
            ResultBuilder.of(Samples.hrRollout())
                .insufficient(Need.GATED, "no strategy suffices")
                .plan(Optional.of(plan))
                .build());
    assertContains(
        report,
        """
        A strategy for each resource
          employee-records: header
          no strategy enforces everything at all resources
          it takes gateway; a call at each resource takes 3 signatures and round trips, and 4 credentials
          stand
          0. as it is: no policy holds
          1. gateway (gateway team, agents): p1, p2 hold
          played with real tokens, 12 requests and 34 presentations of cheating callers: every answer as
          computed
        """);
    assertFalse(plain(Samples.hrRollout()).contains("A strategy for each resource"));
  }

  @Test
  void table_hasARowForEachStrategyWithSignsAndWords() {
    String report = plain(Samples.hrRollout());
    assertContains(report, "  credential-inheritance  ✗   ✓   ✓   ✗   2 of 4\n");
    assertContains(report, "  header                  ✓   ✓   ✓   !   3 of 4 (4 if honest)");
    assertContains(report, "✓   ✓   ✓   ✓   4 of 4, recommended\n");
    assertContains(report, "  ✗ can't be enforced\n");
  }

  @Test
  void table_thatIsTooWide_becomesAListOfFailingPolicies() {
    String report = plain(Samples.manyPolicies(60));
    assertContains(report, "  forgetful  0 of 60\n    ✗ p1, p2, p3");
    assertContains(report, "  … and 20 more in the result file\n");
  }

  @Test
  void everyLine_fitsItsWidth() {
    String name = "n".repeat(256);
    SimulationResult wide =
        Samples.result(
            name,
            Optional.of(name),
            List.of(Samples.policy(name, 1, name + " MAY use " + name, Effect.MAY)),
            List.of(Samples.strategy(name, Samples.fails(name))),
            List.of(new ExpectationResult(name, name, name, 1, 1, false)));
    for (SimulationResult result :
        List.of(Samples.hrRollout(), Samples.manyPolicies(19), Samples.manyPolicies(60), wide)) {
      plain(result).lines().forEach(line -> assertTrue(PrintableText.width(line) <= 100, line));
    }
  }

  @Test
  void boundary_saysWhatAResourceNeedsAndWhichCornerIsDenied() {
    assertContains(
        plain(Samples.hrRollout()),
        """
        Could you do without on-behalf-of?
          yes, given a door that only agents pass
          employee-records: two separate checks, where calls through agents come in by a door that only
          agents pass; or 2 addresses of the resource, each with its own list of users and list of paths
            omar directly and dana via hr-agent must be permitted, omar via hr-agent denied
          whoever sees user and agent together could hand out accounts instead: 2 accounts, each with a
          fixed set of permissions, would enforce as much, and 3, one for each user on each path, tell who
          acted as well
        """);
  }

  @Test
  void costTable_hasARowForEachStrategy() {
    assertContains(
        plain(Samples.hrRollout()),
        """
        Cost of calls through agents
                                  takes  obtain  per 1,000  p99 ms   outlives  standing  changes
          credential-inheritance      0   2/2/2       12.3    42.5  150/never         4    1/1/1
        """);
  }

  @Test
  void costTable_marksASaturatedTokenService() {
    assertContains(plain(saturated(true)), "  42.5!  ");
    assertContains(plain(saturated(true)), "! calls ask for more than the token service can give");
    assertFalse(plain(saturated(false)).contains("! calls ask"));
  }

  @Test
  void costTable_withoutAgents_hasNoFiguresOfTheWorkload() {
    SimulationResult result = costing(Samples.cost(Optional.empty()));
    assertContains(
        plain(result), "one      0   2/2/2          –       –         –         4    1/1/1");
  }

  private static SimulationResult saturated(boolean saturated) {
    return costing(Samples.cost(Optional.of(Samples.workload(saturated))));
  }

  private static SimulationResult costing(Cost cost) {
    return Samples.result(
        "s", Optional.empty(), List.of(), List.of(Samples.strategy("one", cost)), List.of());
  }

  @Test
  void legend_namesIdPlaceAndSentence() {
    assertContains(
        plain(Samples.hrRollout()),
        "  p3  scenarios/hr-rollout.yaml:14  pilot MAY modify employee-records via hr-agent\n");
  }

  @Test
  void vacuousPolicy_isMarkedAndExplained() {
    String report =
        plain(
            Samples.result(
                "s",
                Optional.of("holds"),
                List.of(Samples.vacuous("p1")),
                List.of(Samples.strategy("holds", Samples.fails("p1"))),
                List.of()));
    assertContains(report, "–");
    assertContains(report, "– vacuous: it decides no request");
    assertContains(report, "bob MAY use it (vacuous)");
    assertFalse(report.contains("Why not"), report);
  }

  @Test
  void witness_ofSeveralPolicies_isToldOnce() {
    String report = plain(Samples.hrRollout());
    assertContains(
        report, "  ✗ can't be enforced: p1, p4 by credential-inheritance\n    `omar modify");
    assertEquals(1, report.split("yet both show", -1).length - 1, report);
    assertContains(report, "  ! enforced, but not against a caller who cheats: p4 by header\n");
  }

  @Test
  void manyStrategies_areAllInTheTable_withTheRecommendedOnePointedAt() {
    String report = plain(Many.result());
    assertContains(report, "\n→ token-exchange ");
    assertContains(report, "✓   4 of 4, recommended\n  may-act ");
    assertContains(report, "✓   4 of 4, not cheaper\n");
    assertContains(report, "  agent-header                !   ✓   ✓   !   2 of 4 (4 if honest)");
    report.lines().forEach(line -> assertTrue(PrintableText.width(line) <= 100, line));
  }

  @Test
  void manyStrategies_areRuledOutTogether_andThoseBehindTheRecommendedOneNotAtAll() {
    String report = plain(Many.result());
    String why = report.substring(report.indexOf("Why nothing cheaper"));
    assertContains(
        why, "  ✗ can't be enforced: p1, p4 by credential-inheritance, secret-broker, client-id,");
    assertContains(
        why,
        "  ! enforced, but not against a caller who cheats: p1, p4 by agent-header (Agent header),"
            + " agent-mtls\n    (Agent header), ");
    assertContains(why, "leaving out its part");
    assertEquals(3, why.split("must be permitted and", -1).length - 1, why);
    assertFalse(why.contains("macaroon"), why);
  }

  @Test
  void expectations_thatFailed_comeFirstWithWhatWasFound() {
    String report =
        plain(
            Samples.expecting(
                new ExpectationResult("recommended", "token-exchange", "x", 20, 3, true),
                new ExpectationResult("enforced by x", "2", "4", 21, 5, false)));
    assertContains(
        report,
        """
        Expectations
          ✗ not held  enforced by x: expected 2, found 4 (scenarios/hr-rollout.yaml:21:5)
          ✓ held      recommended: token-exchange
        """);
  }

  @Test
  void liveRun_thatPlayedEverything_saysHowMany() {
    assertContains(
        plain(Samples.hrRollout()),
        "\n12 requests played with real tokens, every answer as computed\n");
  }

  @Test
  void liveRun_thatIsASample_saysOfWhat() {
    LiveCounts sample = new LiveCounts(20_000, 1_000_000, 1, 1, 1, true);
    SimulationResult result =
        Samples.result(
            "s",
            Optional.empty(),
            List.of(),
            List.of(Samples.strategy("one", sample), Samples.strategy("two")),
            List.of());
    assertContains(
        plain(result),
        "one: a sample of 20000 of 1000000 requests played with real tokens, every answer as"
            + " computed");
    assertContains(plain(result), "two: 12 requests played");
  }

  @Test
  void plainText_hasNoEscapes() {
    assertFalse(plain(Samples.hrRollout()).contains("\u001b"));
    assertTrue(TerminalReport.render(Samples.hrRollout(), Style.ANSI).contains("\u001b[31m"));
  }

  @Test
  void colours_changeNothingElse() {
    String coloured = TerminalReport.render(Samples.hrRollout(), Style.ANSI);
    assertEquals(plain(Samples.hrRollout()), coloured.replaceAll("\u001b\\[[0-9]*m", ""));
  }

  @Test
  void textOfTheScenario_cannotSteerTheTerminal() {
    String evil = "e\u001b]0;evil\u0007\u202e\r\n";
    SimulationResult result =
        Samples.result(
            evil,
            Optional.of(evil),
            List.of(Samples.policy(evil, 1, evil, Effect.MAY)),
            List.of(Samples.strategy(evil, Samples.fails(evil))),
            List.of(new ExpectationResult(evil, evil, evil, 1, 1, false)));
    String report = plain(result) + TerminalReport.verdictLine(result);
    assertTrue(report.chars().allMatch(c -> c == '\n' || c >= ' '), report);
    assertFalse(report.contains("\u202e"), report);
    assertContains(report, "e\\u001b]0;evil\\u0007");
  }

  @Test
  void verdictLine_isOneLine() {
    assertEquals(
        "hr-rollout: use token-exchange\n", TerminalReport.verdictLine(Samples.hrRollout()));
  }

  private static String plain(SimulationResult result) {
    return TerminalReport.render(result, Style.PLAIN);
  }

  private static void assertContains(String text, String part) {
    assertTrue(text.contains(part), () -> "no `" + part + "` in:\n" + text);
  }
}
