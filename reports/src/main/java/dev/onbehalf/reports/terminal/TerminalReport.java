package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.text.PrintableText;
import java.util.List;

/** The summary of a result for people, on lines of at most 100 columns. */
public final class TerminalReport {
  private TerminalReport() {}

  /** The whole summary: the verdict first, then what it rests on. */
  public static String render(SimulationResult result, Style style) {
    Page page = new Page(style);
    page.wrapped("", verdict(result), Tone.STRONG);
    result.scenario().about().ifPresent(about -> page.wrapped("", about));
    page.wrapped("", facts(result.scenario()), Tone.FAINT);
    ScoreTable.print(result, page);
    BoundaryList.print(result, page);
    printFailures(result, page);
    CostTable.print(result, page);
    PolicyLegend.print(result, page);
    WitnessList.print(result, page);
    ExpectationList.print(result, page);
    page.blank();
    LiveRuns.lines(result).forEach(line -> page.wrapped("", line));
    return page.text();
  }

  private static void printFailures(SimulationResult result, Page page) {
    if (!result.failed().isEmpty()) {
      page.blank();
    }
    result.failed().stream()
        .map(failure -> new StyledText(ResultWords.sentence(failure), Tone.BAD))
        .forEach(failure -> page.wrapped(new StyledText("  ! ", Tone.BAD), failure));
  }

  /** The verdict alone, on one line however long. */
  public static String verdictLine(SimulationResult result) {
    return PrintableText.escaped(verdict(result)) + "\n";
  }

  /** The expectations that didn't hold, one {@code file:line:column: message} each. */
  public static List<String> unmetExpectations(SimulationResult result) {
    String file = result.scenario().file();
    return result.expectations().stream()
        .filter(expectation -> !expectation.held())
        .map(unmet -> ExpectationList.place(unmet, file) + ": " + ExpectationList.failure(unmet))
        .map(PrintableText::escaped)
        .toList();
  }

  private static String verdict(SimulationResult result) {
    return result.scenario().name() + ": " + result.verdict().summary();
  }

  private static String facts(ScenarioFacts scenario) {
    return String.join(
        ", ",
        counted(scenario.policies(), "policy", "policies"),
        counted(scenario.requests(), "request", "requests"),
        counted(scenario.users(), "user", "users"),
        counted(scenario.agents(), "agent", "agents"),
        counted(scenario.resources(), "resource", "resources"));
  }

  /** The number and the word that goes with it. */
  static String counted(long number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
