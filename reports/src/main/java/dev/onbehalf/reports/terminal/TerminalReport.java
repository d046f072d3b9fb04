package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.AttackWords;
import dev.onbehalf.reports.words.BoundaryGroup;
import dev.onbehalf.reports.words.Lists;
import dev.onbehalf.reports.words.PlanWords;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.ScenarioFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.text.PrintableText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The summary of a result for people, on lines of at most 100 columns. */
public final class TerminalReport {
  private static final int MOST_TARGETS = 4;
  private static final int MOST_GROUNDS = 2;

  private TerminalReport() {}

  /** The whole summary: the verdict first, then what it rests on. */
  public static String render(SimulationResult result, Style style) {
    Page page = new Page(style);
    printVerdict(result, page);
    printPlan(result, page);
    ScoreTable.print(result, page);
    printBoundary(result, page);
    printFailures(result, page);
    CostTable.print(result, page);
    PolicyLegend.print(result, page);
    WitnessList.print(result, page);
    printExpectations(result, page);
    page.blank();
    played(result).forEach(line -> page.wrapped("", line));
    return page.text();
  }

  /** How it begins, which is known before anything is played. */
  public static String verdict(SimulationResult result, Style style) {
    Page page = new Page(style);
    printVerdict(result, page);
    return page.text();
  }

  private static void printVerdict(SimulationResult result, Page page) {
    page.wrapped("", verdict(result), Tone.STRONG);
    leftOut(result).ifPresent(words -> page.wrapped("  ", words));
    printGrounds(result.verdict().becauseOf(), page);
    result.scenario().about().ifPresent(about -> page.wrapped("", about));
    page.wrapped("", facts(result.scenario()), Tone.FAINT);
  }

  /** What the recommended strategy leaves out, which the policies don't ask for. */
  static Optional<String> leftOut(SimulationResult result) {
    return result.strategies().stream()
        .filter(result::recommends)
        .findFirst()
        .flatMap(AttackWords::leftOut);
  }

  /** What the verdict rests on, as far as two lines hold it; the page has the rest. */
  private static void printGrounds(List<Ground> grounds, Page page) {
    int shown = grounds.size() > MOST_GROUNDS ? MOST_GROUNDS - 1 : grounds.size();
    grounds.subList(0, shown).forEach(ground -> page.wrapped("  ", ground.sentence()));
    if (shown < grounds.size()) {
      page.wrapped(
          "  ",
          counted(grounds.size() - shown, "other change", "other changes")
              + " make it another verdict: see the page",
          Tone.FAINT);
    }
  }

  /** A strategy for each resource, where that is better than one for all. */
  private static void printPlan(SimulationResult result, Page page) {
    if (PlanWords.isAsGood(result)) {
      page.wrapped("", PlanWords.AS_GOOD, Tone.FAINT);
    }
    PlanWords.of(result).ifPresent(plan -> print(plan, page));
  }

  private static void print(PlanWords plan, Page page) {
    page.heading("A strategy for each resource");
    plan.strategies().forEach(line -> page.wrapped("  ", line));
    page.wrapped("  ", plan.reason());
    page.wrapped("  ", plan.price());
    for (int step = 0; step < plan.steps().size(); step++) {
      page.wrapped("  %d. ".formatted(step), plan.steps().get(step), Tone.FAINT);
    }
    plan.played().ifPresent(line -> page.wrapped("  ", line, Tone.FAINT));
  }

  static void printFailures(SimulationResult result, Page page) {
    if (!result.failed().isEmpty()) {
      page.blank();
    }
    result.failed().stream()
        .map(failure -> new StyledText(ResultWords.sentence(failure), Tone.BAD))
        .forEach(failure -> page.wrapped(new StyledText("  ! ", Tone.BAD), failure));
  }

  /** What must be known, whatever the strategy: a line for the targets that need the same. */
  private static void printBoundary(SimulationResult result, Page page) {
    if (result.boundary().isEmpty()) {
      return;
    }
    page.heading("Could you do without on-behalf-of?");
    page.wrapped("  ", ResultWords.withoutOnBehalfOf(result.verdict()));
    BoundaryGroup.of(result).forEach(group -> print(group, page));
    page.wrapped("  ", ResultWords.sentence(result.accounts()), Tone.FAINT);
  }

  private static void print(BoundaryGroup group, Page page) {
    String doors = group.doorsInWords();
    page.wrapped(
        "  ",
        targets(group.targets())
            + ": "
            + group.needs().sentence()
            + (doors.isEmpty() ? "" : "; " + doors));
    group.last().forEach(example -> page.wrapped("    ", example.sentence(), Tone.FAINT));
  }

  private static String targets(List<String> targets) {
    return Lists.some(targets, MOST_TARGETS);
  }

  /** What the scenario expected, and whether it came so; what didn't comes first. */
  private static void printExpectations(SimulationResult result, Page page) {
    if (result.expectations().isEmpty()) {
      return;
    }
    page.heading("Expectations");
    result.expectations().stream()
        .sorted(Comparator.comparing(ExpectationResult::held))
        .forEach(expectation -> print(expectation, result.scenario().file(), page));
  }

  private static void print(ExpectationResult expectation, String file, Page page) {
    if (expectation.held()) {
      page.wrapped(
          new StyledText("  ✓ held      ", Tone.GOOD),
          StyledText.of(expectation.what() + ": " + expectation.expected()));
    } else {
      page.wrapped(
          new StyledText("  ✗ not held  ", Tone.BAD),
          StyledText.of(failure(expectation) + " (" + place(expectation, file) + ")"));
    }
  }

  /** What was expected and what was found. */
  private static String failure(ExpectationResult expectation) {
    return "%s: expected %s, found %s"
        .formatted(expectation.what(), expectation.expected(), expectation.found());
  }

  /** Where it was expected. */
  private static String place(ExpectationResult expectation, String file) {
    return file + ":" + expectation.line() + ":" + expectation.column();
  }

  /**
   * What was played with real tokens: one line when all strategies fared alike, else one for each
   * group that did.
   */
  static List<String> played(SimulationResult result) {
    Map<String, List<String>> strategies =
        result.strategies().stream()
            .collect(
                Collectors.groupingBy(
                    strategy -> line(strategy.live()),
                    LinkedHashMap::new,
                    Collectors.mapping(StrategyResult::name, Collectors.toList())));
    return strategies.entrySet().stream()
        .map(line -> strategies.size() == 1 ? line.getKey() : named(line))
        .toList();
  }

  private static String named(Map.Entry<String, List<String>> line) {
    return String.join(", ", line.getValue()) + ": " + line.getKey();
  }

  private static String line(LiveCounts live) {
    return "%s played with real tokens, %s"
        .formatted(
            requests(live),
            live.agrees() ? "every answer as computed" : "answers differ from what was computed");
  }

  private static String requests(LiveCounts live) {
    return live.requests() < live.of()
        ? "a sample of " + live.requests() + " of " + live.of() + " requests"
        : counted(live.requests(), "request", "requests");
  }

  /** The verdict alone, on one line however long. */
  public static String verdictLine(SimulationResult result) {
    return PrintableText.escaped(verdict(result)) + "\n";
  }

  /** The expectations that didn't hold, one {@code file:line:column: message} each. */
  public static List<String> unmetExpectations(SimulationResult result) {
    String file = result.scenario().file();
    return result.unmet().stream()
        .map(unmet -> place(unmet, file) + ": " + failure(unmet))
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
    return "%,d %s".formatted(number, number == 1 ? one : several);
  }
}
