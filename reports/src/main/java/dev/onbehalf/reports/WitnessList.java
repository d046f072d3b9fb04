package dev.onbehalf.reports;

import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The proofs of what can't be enforced, each told once with the policies it stands for. */
final class WitnessList {
  private static final int MOST_WITNESSES = 10;

  private final StrategyResult strategy;
  private final Set<String> vacuous;

  private WitnessList(StrategyResult strategy, Set<String> vacuous) {
    this.strategy = strategy;
    this.vacuous = vacuous;
  }

  static void print(SimulationResult result, Page page) {
    Set<String> vacuous = ScoreTable.vacuous(result);
    result.strategies().forEach(strategy -> new WitnessList(strategy, vacuous).print(page));
  }

  private void print(Page page) {
    Map<Mark, Map<String, List<String>>> failures = failures();
    if (failures.isEmpty()) {
      return;
    }
    page.heading("Why not " + Printable.cut(Printable.text(strategy.name()), Page.WIDTH / 2));
    failures.forEach((mark, witnesses) -> print(mark, witnesses, page));
  }

  /** Of each failure the sentences that prove it, and of each sentence its policies. */
  private Map<Mark, Map<String, List<String>>> failures() {
    return strategy.policies().stream()
        .filter(score -> mark(score).fails() && score.witness().isPresent())
        .collect(
            Collectors.groupingBy(
                this::mark,
                TreeMap::new,
                Collectors.groupingBy(
                    WitnessList::sentence,
                    LinkedHashMap::new,
                    Collectors.mapping(PolicyScore::id, Collectors.toList()))));
  }

  private static void print(Mark mark, Map<String, List<String>> witnesses, Page page) {
    witnesses.entrySet().stream()
        .limit(MOST_WITNESSES)
        .forEach(witness -> print(mark, witness.getValue(), witness.getKey(), page));
    int more = witnesses.size() - MOST_WITNESSES;
    if (more > 0) {
      page.line(Span.of("  … and " + more + " more in the result file"));
    }
  }

  private static void print(Mark mark, List<String> ids, String sentence, Page page) {
    Span sign = new Span("  " + mark.sign() + " ", mark.tone());
    page.wrapped(sign, Span.of(String.join(", ", ids) + " " + mark.words() + ":"));
    page.wrapped(Span.of("    "), Span.of(sentence));
  }

  private Mark mark(PolicyScore score) {
    return Mark.of(score, vacuous.contains(score.id()));
  }

  private static String sentence(PolicyScore score) {
    return score.witness().map(SimulationResult.Witness::sentence).orElse("");
  }
}
