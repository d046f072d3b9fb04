package dev.onbehalf.reports;

import dev.onbehalf.simulation.SimulationResult;
import dev.onbehalf.simulation.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.SimulationResult.Witness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The proofs that rule out what is cheaper than the recommended strategy, or everything where none
 * is recommended; each told once, with the strategies and policies it stands for.
 */
final class WitnessList {
  private static final int MOST_PROOFS = 12;

  private final SimulationResult result;
  private final Set<String> vacuous;

  private WitnessList(SimulationResult result) {
    this.result = result;
    this.vacuous = ScoreTable.vacuous(result);
  }

  static void print(SimulationResult result, Page page) {
    new WitnessList(result).print(page);
  }

  private void print(Page page) {
    Map<Proof, List<String>> proofs =
        Ranking.cheaper(result).stream()
            .flatMap(strategy -> proofs(strategy).map(p -> Map.entry(p, strategy.name())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    if (!proofs.isEmpty()) {
      page.heading(result.verdict().recommended().isPresent() ? "Why nothing cheaper" : "Why not");
      proofs.entrySet().stream()
          .limit(MOST_PROOFS)
          .forEach(proof -> proof.getKey().print(proof.getValue(), page));
      more(proofs.size() - MOST_PROOFS, page);
    }
  }

  private static void more(int more, Page page) {
    if (more > 0) {
      page.line(Span.of("  … and " + more + " more in the result file"));
    }
  }

  /** Of each way to fail the sentences that prove it, with their policies. */
  private Stream<Proof> proofs(StrategyResult strategy) {
    return strategy.policies().stream()
        .filter(score -> mark(score).fails() && score.witness().isPresent())
        .collect(
            Collectors.groupingBy(
                this::mark,
                TreeMap::new,
                Collectors.groupingBy(
                    WitnessList::sentence,
                    LinkedHashMap::new,
                    Collectors.mapping(PolicyScore::id, Collectors.toList()))))
        .entrySet()
        .stream()
        .flatMap(
            failure ->
                failure.getValue().entrySet().stream()
                    .map(proof -> new Proof(failure.getKey(), proof.getValue(), proof.getKey())));
  }

  private Mark mark(PolicyScore score) {
    return Mark.of(score, vacuous.contains(score.id()));
  }

  private static String sentence(PolicyScore score) {
    return score.witness().map(Witness::sentence).orElse("");
  }

  /** A sentence that proves that strategies fail policies in the way of the mark. */
  private record Proof(Mark mark, List<String> policies, String sentence) {
    void print(List<String> strategies, Page page) {
      page.wrapped(
          new Span("  " + mark.sign() + " ", mark.tone()),
          Span.of(
              String.join(", ", strategies)
                  + ": "
                  + String.join(", ", policies)
                  + " "
                  + mark.words()));
      page.wrapped(Span.of("    "), Span.of(sentence));
    }
  }
}
