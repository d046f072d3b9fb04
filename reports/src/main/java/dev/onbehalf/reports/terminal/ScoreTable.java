package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.Place;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Strategies against policies; a list of the failing policies where the table is too wide. */
final class ScoreTable {
  private static final int MOST_NAME = 40;
  private static final int MARGIN = 2;

  private final SimulationResult result;
  private final int nameWidth;

  private ScoreTable(SimulationResult result) {
    this.result = result;
    this.nameWidth =
        result.strategies().stream().mapToInt(strategy -> name(strategy).width()).max().orElse(0);
  }

  static void print(SimulationResult result, Page page) {
    page.blank();
    new ScoreTable(result).print(page);
  }

  private void print(Page page) {
    if (width() <= Page.WIDTH) {
      page.line(heading());
      result.strategies().forEach(strategy -> page.line(row(strategy)));
    } else {
      result.strategies().forEach(strategy -> printFailing(strategy, page));
    }
    page.blank();
    outcomes()
        .forEach(
            outcome ->
                page.line(StyledText.sign("  ", outcome, " " + OutcomeWords.legend(outcome))));
  }

  private int width() {
    int cells = result.policies().stream().mapToInt(policy -> column(policy.id())).sum();
    int words =
        result.strategies().stream().mapToInt(strategy -> words(strategy).width()).max().orElse(0);
    return MARGIN + nameWidth + cells + MARGIN + words;
  }

  private static int column(String id) {
    return MARGIN + PrintableText.width(PrintableText.escaped(id));
  }

  private List<StyledText> heading() {
    List<StyledText> spans = new ArrayList<>();
    spans.add(StyledText.of(" ".repeat(MARGIN + nameWidth)));
    result.policies().forEach(policy -> spans.add(StyledText.of("  " + policy.id())));
    return spans;
  }

  private List<StyledText> row(StrategyResult strategy) {
    List<StyledText> spans = new ArrayList<>();
    spans.add(margin(strategy));
    spans.add(name(strategy).padded(nameWidth));
    for (PolicyFacts policy : result.policies()) {
      StyledText sign = StyledText.sign("", strategy.outcome(policy), "");
      spans.add(StyledText.of("  "));
      spans.add(sign.padded(column(policy.id()) - MARGIN));
    }
    spans.add(StyledText.of("  "));
    spans.add(words(strategy));
    return spans;
  }

  private void printFailing(StrategyResult strategy, Page page) {
    page.line(
        margin(strategy), name(strategy).padded(nameWidth), StyledText.of("  "), words(strategy));
    for (Outcome outcome : Outcome.values()) {
      List<String> ids = ids(strategy, outcome);
      if (outcome.failed() && !ids.isEmpty()) {
        page.wrapped(StyledText.sign("    ", outcome, " "), StyledText.of(String.join(", ", ids)));
      }
    }
  }

  private List<String> ids(StrategyResult strategy, Outcome outcome) {
    return result.policies().stream()
        .filter(policy -> strategy.outcome(policy) == outcome)
        .map(PolicyFacts::id)
        .toList();
  }

  private Set<Outcome> outcomes() {
    return result.strategies().stream()
        .flatMap(strategy -> result.policies().stream().map(strategy::outcome))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
  }

  private StyledText margin(StrategyResult strategy) {
    return result.recommends(strategy) ? new StyledText("→ ", Tone.GOOD) : StyledText.of("  ");
  }

  private StyledText name(StrategyResult strategy) {
    Tone tone = Place.of(result, strategy) == Place.DEARER ? Tone.FAINT : Tone.NORMAL;
    return new StyledText(
        PrintableText.cut(PrintableText.escaped(strategy.name()), MOST_NAME), tone);
  }

  private StyledText words(StrategyResult strategy) {
    String score = StrategyWords.score(strategy);
    if (!strategy.suffices()) {
      return new StyledText(score + where(strategy), Tone.BAD);
    }
    if (!strategy.isEligible()) {
      String words = String.join(", ", strategy.ruledOutBy());
      return new StyledText(score + ", ruled out by " + words + where(strategy), Tone.FAINT);
    }
    return result.recommends(strategy)
        ? new StyledText(score + ", recommended" + where(strategy), Tone.GOOD)
        : new StyledText(score + ", not cheaper" + where(strategy), Tone.FAINT);
  }

  private static String where(StrategyResult strategy) {
    return StrategyWords.decidesElsewhere(strategy) ? "  at " + StrategyWords.points(strategy) : "";
  }
}
