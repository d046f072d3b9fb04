package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Mark;
import dev.onbehalf.reports.words.PointWords;
import dev.onbehalf.reports.words.Ranking;
import dev.onbehalf.reports.words.Score;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
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
  private final Set<String> vacuous;
  private final int nameWidth;

  private ScoreTable(SimulationResult result) {
    this.result = result;
    this.vacuous = vacuous(result);
    this.nameWidth =
        result.strategies().stream().mapToInt(strategy -> name(strategy).width()).max().orElse(0);
  }

  static void print(SimulationResult result, Page page) {
    page.blank();
    new ScoreTable(result).print(page);
  }

  /** The ids of the policies that decide no request. */
  static Set<String> vacuous(SimulationResult result) {
    return result.policies().stream()
        .filter(PolicyFacts::vacuous)
        .map(PolicyFacts::id)
        .collect(Collectors.toSet());
  }

  private void print(Page page) {
    if (width() <= Page.WIDTH) {
      page.line(heading());
      result.strategies().forEach(strategy -> page.line(row(strategy)));
    } else {
      result.strategies().forEach(strategy -> printFailing(strategy, page));
    }
    page.blank();
    marks().forEach(mark -> page.line(StyledText.of("  "), StyledText.of(mark)));
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
    for (PolicyScore score : strategy.policies()) {
      Mark mark = mark(score);
      spans.add(StyledText.of("  "));
      spans.add(new StyledText(mark.sign(), mark.tone()).padded(column(score.id()) - MARGIN));
    }
    spans.add(StyledText.of("  "));
    spans.add(words(strategy));
    return spans;
  }

  private void printFailing(StrategyResult strategy, Page page) {
    page.line(
        margin(strategy), name(strategy).padded(nameWidth), StyledText.of("  "), words(strategy));
    for (Mark mark : Mark.values()) {
      List<String> ids = ids(strategy, mark);
      if (mark.fails() && !ids.isEmpty()) {
        page.wrapped(
            new StyledText("    " + mark.sign() + " ", mark.tone()),
            StyledText.of(String.join(", ", ids)));
      }
    }
  }

  private List<String> ids(StrategyResult strategy, Mark mark) {
    return strategy.policies().stream()
        .filter(score -> mark(score) == mark)
        .map(PolicyScore::id)
        .toList();
  }

  private Set<Mark> marks() {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    result.strategies().stream()
        .flatMap(strategy -> strategy.policies().stream())
        .forEach(score -> marks.add(mark(score)));
    return marks;
  }

  private Mark mark(PolicyScore score) {
    return Mark.of(score, vacuous.contains(score.id()));
  }

  private StyledText margin(StrategyResult strategy) {
    return Ranking.isRecommended(result, strategy)
        ? new StyledText("→ ", Tone.GOOD)
        : StyledText.of("  ");
  }

  private StyledText name(StrategyResult strategy) {
    Tone tone = Ranking.isDearer(result, strategy) ? Tone.FAINT : Tone.NORMAL;
    return new StyledText(
        PrintableText.cut(PrintableText.escaped(strategy.name()), MOST_NAME), tone);
  }

  private StyledText words(StrategyResult strategy) {
    String score = Score.words(strategy);
    if (!strategy.suffices()) {
      return new StyledText(score + where(strategy), Tone.BAD);
    }
    return Ranking.isRecommended(result, strategy)
        ? new StyledText(score + ", recommended" + where(strategy), Tone.GOOD)
        : new StyledText(score + ", not cheaper" + where(strategy), Tone.FAINT);
  }

  private static String where(StrategyResult strategy) {
    return PointWords.isMoreThanResource(strategy) ? "  at " + PointWords.of(strategy) : "";
  }
}
