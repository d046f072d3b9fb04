package dev.onbehalf.reports.terminal;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.Explanation;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The strategies by what they prove, a line for each, on lines of at most 100 columns. */
public final class StrategiesReport {
  /** What the exclamation mark means. */
  static final String DENIABLE =
      "an agent that cheats can leave its part out and pass for the user in person";

  /** Names are set apart by as much; a longer one takes what it needs of its line. */
  private static final int USUAL_NAME = 26;

  private static final int MOST_NAME = 40;
  private static final List<String> AGENTS = List.of(Attributes.AGENT, Attributes.FIRST_AGENT);

  private StrategiesReport() {}

  /** The list, with what each strategy does. */
  public static String render(List<Explanation> strategies, Style style) {
    Page page = new Page(style);
    page.line("What a call through an agent proves", Tone.STRONG);
    byProof(strategies)
        .forEach(
            (proof, group) -> {
              page.blank();
              page.wrapped("", proof, Tone.STRONG);
              group.forEach(strategy -> print(strategy, width(strategies), page));
            });
    page.blank();
    if (strategies.stream().anyMatch(Explanation::deniable)) {
      page.line("! " + DENIABLE, Tone.FAINT);
    }
    page.line("`explain NAME` shows the tokens of one, and where it is specified", Tone.FAINT);
    return page.text();
  }

  private static Map<String, List<Explanation>> byProof(List<Explanation> strategies) {
    return strategies.stream()
        .collect(
            Collectors.groupingBy(
                StrategiesReport::proof, LinkedHashMap::new, Collectors.toList()));
  }

  private static String proof(Explanation strategy) {
    List<String> words = new ArrayList<>(strategy.proves());
    if (strategy.deniable()) {
      words.removeAll(AGENTS);
      words.add(words.size() < strategy.proves().size() ? "agent!" : "that an agent calls!");
    }
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  private static int width(List<Explanation> strategies) {
    return strategies.stream()
        .mapToInt(strategy -> Math.min(PrintableText.width(strategy.strategy()), USUAL_NAME))
        .max()
        .orElse(0);
  }

  private static void print(Explanation strategy, int width, Page page) {
    String name = PrintableText.cut(PrintableText.escaped(strategy.strategy()), MOST_NAME);
    page.wrapped("  " + PrintableText.padded(name, width) + "  ", strategy.summary());
    page.wrapped(" ".repeat(width + 4), StrategyWords.machinery(strategy.machinery()), Tone.FAINT);
    strategy
        .practice()
        .knownAs()
        .forEach(
            known -> page.wrapped(" ".repeat(width + 4), "known as " + known.name(), Tone.FAINT));
  }
}
