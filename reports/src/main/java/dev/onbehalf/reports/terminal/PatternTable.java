package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Lists;
import dev.onbehalf.reports.words.Pattern;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** How strategies fare, one row for those that fare alike. */
final class PatternTable {
  private static final int MOST_NAME = 32;
  private static final int MOST_SHORTFALLS = 18;
  private static final int MOST_IDS = 4;
  private static final String GAP = "  ";

  private final SimulationResult result;
  private final List<Pattern> patterns;
  private final List<Pattern> shown;

  private PatternTable(SimulationResult result) {
    this.result = result;
    patterns = Pattern.of(result);
    shown = Pattern.inShort(result);
  }

  static void print(SimulationResult result, Page page) {
    if (!result.strategies().isEmpty()) {
      new PatternTable(result).print(page);
    }
  }

  private void print(Page page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("cheapest first", "enforced", "if honest", "falls short of"));
    shown.stream().map(this::row).forEach(rows::add);
    List<String> lines = new TextTable(rows, 4).lines();
    page.line("  " + lines.get(0).substring(GAP.length()), Tone.FAINT);
    for (int i = 0; i < shown.size(); i++) {
      page.line(line(shown.get(i), lines.get(i + 1)));
    }
    if (shown.size() < patterns.size()) {
      page.line(
          "  and %d other patterns that enforce no more".formatted(patterns.size() - shown.size()),
          Tone.FAINT);
    }
  }

  private List<String> row(Pattern pattern) {
    StrategyResult strategy = pattern.shown();
    boolean honest = strategy.withstands() < strategy.enforced();
    return List.of(
        PrintableText.cut(PrintableText.escaped(strategy.name()), MOST_NAME),
        strategy.withstands() + " of " + strategy.of(),
        honest ? String.valueOf(strategy.enforced()) : "",
        PrintableText.cut(PrintableText.escaped(shortfalls(pattern)), MOST_SHORTFALLS));
  }

  private String shortfalls(Pattern pattern) {
    List<String> ids =
        result.policies().stream()
            .filter(policy -> pattern.outcome(policy).failed())
            .map(PolicyFacts::id)
            .toList();
    if (ids.isEmpty()) {
      return pattern.shown().ruledOutBy().isEmpty() ? "" : "ruled out";
    }
    if (ids.size() == result.countedPolicies() && ids.size() > 1) {
      return "all";
    }
    return ids.size() > MOST_IDS ? ids.size() + " policies" : String.join(", ", ids);
  }

  /** The row, and the strategies that fare alike as far as there is room. */
  private List<StyledText> line(Pattern pattern, String cells) {
    StyledText margin =
        pattern.recommended() ? new StyledText("→ ", Tone.GOOD) : StyledText.of("  ");
    StyledText row = new StyledText(cells.substring(GAP.length()), tone(pattern));
    return List.of(
        margin,
        row,
        new StyledText(alike(pattern, Page.WIDTH - margin.width() - row.width()), Tone.FAINT));
  }

  private static Tone tone(Pattern pattern) {
    return pattern.recommended() ? Tone.GOOD : Tone.NORMAL;
  }

  private static String alike(Pattern pattern, int room) {
    List<String> names = pattern.otherNames().stream().map(PrintableText::escaped).toList();
    for (int most = names.size(); most > 0; most--) {
      String words = "  (and " + Lists.some(names, most) + ")";
      if (PrintableText.width(words) <= room) {
        return words;
      }
    }
    return names.isEmpty() ? "" : "  (and " + names.size() + " others)";
  }
}
