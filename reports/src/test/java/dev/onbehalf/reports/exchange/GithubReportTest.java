package dev.onbehalf.reports.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.html.Hostile;
import dev.onbehalf.reports.html.Results;
import dev.onbehalf.scenario.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong is annotated at its line, and no text can end its command or begin another. */
final class GithubReportTest {
  @Test
  void resultsAsExpected_areSilent() {
    assertEquals("", GithubReport.render(List.of(Results.hrRollout())));
  }

  @Test
  void failedExpectation_isAnErrorAtItsLine() {
    List<String> lines =
        GithubReport.render(List.of(Results.withFailedExpectation())).lines().toList();
    assertTrue(
        lines.stream()
            .anyMatch(line -> line.startsWith("::error file=scenarios/hr-rollout.yaml,line=")),
        lines::toString);
  }

  @Test
  void failedStrategy_isAnErrorOfTheFile() {
    String lines = GithubReport.render(List.of(Results.withFailedStrategy()));
    assertTrue(lines.contains(",title=strategy-failed::strategy "), lines);
  }

  /** As the runner's own toolkit escapes: %, CR and LF in messages, : and , in properties, too. */
  @Test
  void textThatLooksLikeACommand_isEscaped() {
    Annotation annotation =
        new Annotation(
            "error", "a:b", "c,d%.yaml", Optional.of(new Position(3, 7)), "50 %\r\n::error::x");
    assertEquals(
        "::error file=c%2Cd%25.yaml,line=3,col=7,title=a%3Ab::50 %25%0D%0A::error::x",
        annotation.command());
  }

  @Test
  void hostileNames_addNoCommands() {
    GithubReport.render(List.of(Hostile.result()))
        .lines()
        .forEach(line -> assertTrue(line.startsWith("::"), line));
  }
}
