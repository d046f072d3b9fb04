package dev.onbehalf.reports.terminal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.onbehalf.reports.words.Headline;
import dev.onbehalf.reports.words.PlanWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run found out, read in a minute: what to use, what decides it, how strategies fare, and
 * one proof. A block of its own tells each, under a word at the left.
 */
public final class SummaryReport {
  private static final int MOST_GROUNDS = 2;
  private static final int LABEL = 12;
  private static final String MARGIN = " ".repeat(LABEL + 2);
  private static final List<String> LABELS = List.of("because of", "thanks to", "rests on");

  private final SimulationResult result;
  private final Page page;

  private SummaryReport(SimulationResult result, Style style) {
    this.result = result;
    page = new Page(style);
  }

  /** The summary, without the place of the page. */
  public static String render(SimulationResult result, Style style) {
    SummaryReport report = new SummaryReport(result, style);
    report.printVerdict();
    report.printProof(ClosestProof.of(result));
    report.printPlayed();
    return report.page.text();
  }

  /** How it begins, as far as it is known before anything is played. */
  public static String verdict(SimulationResult result, Style style) {
    SummaryReport report = new SummaryReport(result, style);
    report.printVerdict();
    report.printProof(ClosestProof.unplayed(result));
    return report.page.text();
  }

  private void printVerdict() {
    page.wrapped("", result.scenario().name() + ": " + Headline.of(result).sentence(), Tone.STRONG);
    if (result.verdict().recommended().isEmpty()) {
      page.wrapped("  ", result.verdict().summary());
    }
    TerminalReport.printFailures(result, page);
    TerminalReport.leftOut(result).ifPresent(words -> page.wrapped("  ", words));
    printGrounds();
    page.blank();
    PatternTable.print(result, page);
    page.blank();
    ruledOut().ifPresent(words -> labelled("required", words));
  }

  private void printProof(Optional<String> proof) {
    proof.ifPresent(words -> labelled("proof", words));
  }

  private void printPlayed() {
    PlanWords.of(result).ifPresent(this::print);
    labelled("played", played());
    printExpectations();
  }

  /** A line under a word at the left; what follows it stands under its beginning. */
  private void labelled(String label, String words) {
    page.wrapped(new StyledText(label(label), Tone.FAINT), StyledText.of(words));
  }

  private static String label(String word) {
    return "  " + PrintableText.padded(word, LABEL);
  }

  /** What the verdict rests on, as far as a few lines hold it; the page has the rest. */
  private void printGrounds() {
    List<Ground> grounds = result.verdict().becauseOf();
    if (grounds.isEmpty()) {
      return;
    }
    page.blank();
    int shown = grounds.size() <= MOST_GROUNDS + 1 ? grounds.size() : MOST_GROUNDS;
    grounds.subList(0, shown).forEach(this::print);
    if (shown < grounds.size()) {
      labelled(
          "", (grounds.size() - shown) + " other changes make it another verdict: see the page");
    }
  }

  private void print(Ground ground) {
    String label =
        LABELS.stream()
            .filter(one -> ground.sentence().startsWith(one + " "))
            .findFirst()
            .orElse("");
    labelled(
        label.isEmpty() ? "rests on" : label,
        label.isEmpty() ? ground.sentence() : ground.sentence().substring(label.length() + 1));
    result.policies().stream()
        .filter(policy -> ground.names().equals(List.of(policy.id())))
        .findFirst()
        .ifPresent(policy -> page.wrapped(MARGIN, place(policy), Tone.FAINT));
  }

  private static String place(PolicyFacts policy) {
    return policy.text() + " (line " + policy.line() + ")";
  }

  /** What each requirement, or what can't be had, rules out. */
  private Optional<String> ruledOut() {
    Map<String, Long> counts =
        result.strategies().stream()
            .flatMap(strategy -> strategy.ruledOutBy().stream())
            .collect(groupingBy(word -> word, TreeMap::new, counting()));
    String words =
        counts.entrySet().stream()
            .map(one -> "`" + one.getKey() + "` rules out " + one.getValue())
            .collect(joining(", "));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(words + " of the " + result.strategies().size() + " strategies");
  }

  private void print(PlanWords plan) {
    labelled("by resource", String.join("; ", plan.strategies()));
    labelled("", plan.reason());
    plan.played().ifPresent(line -> labelled("", line));
  }

  private String played() {
    List<String> lines = TerminalReport.played(result);
    return lines.size() == 1
        ? lines.get(0)
        : "with real tokens, some strategies in part: the whole report says which";
  }

  private void printExpectations() {
    if (result.expectations().isEmpty()) {
      return;
    }
    List<String> unmet = TerminalReport.unmetExpectations(result);
    unmet.forEach(
        line -> page.wrapped(new StyledText(label("expected"), Tone.BAD), StyledText.of(line)));
    if (unmet.isEmpty()) {
      labelled("expected", held(result.expectations().size()));
    }
  }

  private static String held(int expectations) {
    return expectations == 1
        ? "the one expectation held"
        : "all " + expectations + " expectations held";
  }
}
