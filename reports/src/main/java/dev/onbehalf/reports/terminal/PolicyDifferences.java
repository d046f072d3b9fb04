package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Mark;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      byMark(alike).forEach((mark, ids) -> print(mark, String.join(", ", ids), page));
    }
  }

  private boolean isAlike(PolicyFacts policy) {
    return both.stream().map(strategy -> mark(policy, strategy)).distinct().count() == 1;
  }

  private void print(PolicyFacts policy, Page page) {
    String place = policy.id() + " (line " + policy.line() + "): ";
    page.wrapped(StyledText.of("  "), StyledText.of(place + policy.text()));
    both.forEach(strategy -> print(policy, strategy, page));
  }

  private static void print(PolicyFacts policy, StrategyResult strategy, Page page) {
    Mark mark = mark(policy, strategy);
    StyledText sign = new StyledText("    " + mark.sign() + " ", mark.tone());
    page.wrapped(sign, new StyledText(strategy.name() + ": " + mark.words(), mark.tone()));
    score(policy, strategy)
        .flatMap(score -> score.witness().stream())
        .map(Witness::sentence)
        .forEach(sentence -> page.wrapped(StyledText.of("      "), StyledText.of(sentence)));
  }

  private static Mark mark(PolicyFacts policy, StrategyResult strategy) {
    return score(policy, strategy)
        .map(score -> Mark.of(score, policy.vacuous()))
        .findFirst()
        .orElse(Mark.VACUOUS);
  }

  private static Stream<PolicyScore> score(PolicyFacts policy, StrategyResult strategy) {
    return strategy.policies().stream().filter(score -> score.id().equals(policy.id()));
  }

  private SortedMap<Mark, List<String>> byMark(List<PolicyFacts> alike) {
    return alike.stream()
        .collect(
            Collectors.groupingBy(
                policy -> mark(policy, both.get(0)),
                TreeMap::new,
                Collectors.mapping(PolicyFacts::id, Collectors.toList())));
  }

  private static void print(Mark mark, String ids, Page page) {
    page.wrapped(
        new StyledText("  " + mark.sign() + " ", mark.tone()),
        StyledText.of(ids + ": " + mark.words()));
  }
}
