package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The policies that fare differently under two strategies, each with its proof. */
final class PolicyDifferences {
  private final SimulationResult result;
  private final List<StrategyResult> both;

  PolicyDifferences(SimulationResult result, StrategyResult left, StrategyResult right) {
    this.result = result;
    this.both = List.of(left, right);
  }

  void print(Page page) {
    List<PolicyFacts> alike = result.policies().stream().filter(this::isAlike).toList();
    if (alike.size() < result.policies().size()) {
      page.heading("Policies that differ");
    }
    result.policies().stream()
        .filter(policy -> !isAlike(policy))
        .forEach(policy -> print(policy, page));
    if (!alike.isEmpty()) {
      page.heading("Policies that fare alike");
      byOutcome(alike).forEach((outcome, ids) -> print(outcome, String.join(", ", ids), page));
    }
  }

  private boolean isAlike(PolicyFacts policy) {
    return both.stream().map(strategy -> strategy.outcome(policy)).distinct().count() == 1;
  }

  private void print(PolicyFacts policy, Page page) {
    String place = policy.id() + " (line " + policy.line() + "): ";
    page.wrapped("  ", place + policy.text());
    both.forEach(strategy -> print(policy, strategy, page));
  }

  private static void print(PolicyFacts policy, StrategyResult strategy, Page page) {
    Outcome outcome = strategy.outcome(policy);
    page.wrapped(
        StyledText.sign("    ", outcome, " "),
        new StyledText(
            strategy.name() + ": " + OutcomeWords.legend(outcome), OutcomeWords.tone(outcome)));
    strategy
        .witness(policy)
        .map(Witness::sentence)
        .ifPresent(sentence -> page.wrapped("      ", sentence));
  }

  private SortedMap<Outcome, List<String>> byOutcome(List<PolicyFacts> alike) {
    return alike.stream()
        .collect(
            Collectors.groupingBy(
                policy -> both.get(0).outcome(policy),
                TreeMap::new,
                Collectors.mapping(PolicyFacts::id, Collectors.toList())));
  }

  private static void print(Outcome outcome, String ids, Page page) {
    page.wrapped(
        StyledText.sign("  ", outcome, " "),
        StyledText.of(ids + ": " + OutcomeWords.legend(outcome)));
  }
}
