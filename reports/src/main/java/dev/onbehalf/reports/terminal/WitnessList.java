package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The proofs that rule out what is cheaper than the recommended strategy, or everything where none
 * is recommended; each told once, with the strategies and policies it stands for.
 */
final class WitnessList {
  private static final int MOST_PROOFS = 12;

  private final SimulationResult result;

  private WitnessList(SimulationResult result) {
    this.result = result;
  }

  static void print(SimulationResult result, Page page) {
    new WitnessList(result).print(page);
  }

  private void print(Page page) {
    Map<Proof, Map<List<String>, List<String>>> proofs = new LinkedHashMap<>();
    result.strategies().stream()
        .takeWhile(strategy -> !result.recommends(strategy))
        .forEach(strategy -> add(strategy, proofs));
    if (!proofs.isEmpty()) {
      page.heading(result.verdict().recommended().isPresent() ? "Why nothing cheaper" : "Why not");
      proofs.entrySet().stream()
          .limit(MOST_PROOFS)
          .forEach(proof -> proof.getKey().print(proof.getValue(), page));
      more(proofs.size() - MOST_PROOFS, page);
    }
  }

  /** Adds to each proof the strategy, beside others that fail the same policies by it. */
  private void add(StrategyResult strategy, Map<Proof, Map<List<String>, List<String>>> proofs) {
    failures(strategy)
        .forEach(
            (failure, policies) ->
                proofs
                    .computeIfAbsent(failure.proof(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(policies, any -> new ArrayList<>())
                    .add(strategy.name() + failure.without()));
  }

  /** The policies that fail in the same way. */
  private Map<Failure, List<String>> failures(StrategyResult strategy) {
    return result.policies().stream()
        .filter(policy -> strategy.outcome(policy).failed())
        .filter(policy -> strategy.witness(policy).isPresent())
        .collect(
            Collectors.groupingBy(
                policy ->
                    Failure.of(strategy.outcome(policy), strategy.witness(policy).orElseThrow()),
                LinkedHashMap::new,
                Collectors.mapping(PolicyFacts::id, Collectors.toList())));
  }

  private static void more(int more, Page page) {
    if (more > 0) {
      page.line("  … and " + more + " more in the result file");
    }
  }

  /**
   * How policies fail under one strategy.
   *
   * @param without what a cheating caller leaves out, in brackets: the rest of the proof is often
   *     the same for several strategies
   */
  private record Failure(Proof proof, String without) {
    static Failure of(Outcome outcome, Witness witness) {
      String parts = String.join(" and ", witness.leftOut());
      return new Failure(
          new Proof(outcome, witness.generalSentence()), parts.isEmpty() ? "" : " (" + parts + ")");
    }
  }

  /** A sentence that proves that policies fare so. */
  private record Proof(Outcome outcome, String sentence) {
    void print(Map<List<String>, List<String>> strategiesByPolicies, Page page) {
      String failures =
          strategiesByPolicies.entrySet().stream()
              .map(e -> String.join(", ", e.getKey()) + " by " + String.join(", ", e.getValue()))
              .collect(Collectors.joining("; "));
      page.wrapped(
          StyledText.sign("  ", outcome, " "),
          StyledText.of(OutcomeWords.legend(outcome) + ": " + failures));
      page.wrapped("    ", sentence);
    }
  }
}
