package dev.onbehalf.junit;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.scenario.NamedStrategies;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What policies are held to: that the deployed strategy enforces them or, without one, that any
 * does.
 */
record PoliciesHeld(Optional<String> strategy) {
  /** Refuses a strategy that doesn't exist. */
  void requireKnown(NamedStrategies known) {
    strategy
        .filter(name -> !known.has(name))
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(known.unknown(name));
            });
  }

  /** Why the policy isn't enforced, if it isn't. */
  Optional<String> shortfall(SimulationResult result, PolicyFacts policy) {
    List<StrategyResult> candidates = candidates(result);
    boolean enforced =
        candidates.stream().anyMatch(candidate -> !candidate.outcome(policy).failed());
    return enforced
        ? Optional.empty()
        : Optional.of(
            closest(candidates)
                .map(candidate -> why(policy, candidate))
                .orElse("no strategy is left that could enforce it"));
  }

  private List<StrategyResult> candidates(SimulationResult result) {
    return strategy
        .map(name -> result.strategy(name).stream().toList())
        .orElseGet(
            () -> result.strategies().stream().filter(one -> one.ruledOutBy().isEmpty()).toList());
  }

  /** The one that enforces most, the cheapest of several. */
  private static Optional<StrategyResult> closest(List<StrategyResult> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparingInt(StrategyResult::withstands).reversed())
        .findFirst();
  }

  private static String why(PolicyFacts policy, StrategyResult strategy) {
    String outcome =
        "under " + strategy.name() + " " + OutcomeWords.words(strategy.outcome(policy));
    return strategy
        .witness(policy)
        .map(witness -> outcome + ": " + witness.sentence())
        .orElse(outcome);
  }
}
