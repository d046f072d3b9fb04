package dev.onbehalf.junit;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.scenario.NamedStrategies;
import dev.onbehalf.scenario.Requirement;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Measured;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is held to the scenario: the strategy that is deployed or, without one, any that the
 * scenario doesn't rule out.
 */
record Deployment(Optional<String> strategy) {
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
        .orElseGet(() -> result.strategies().stream().filter(Deployment::isAllowed).toList());
  }

  /** What falls short of a requirement isn't ruled out: requirements have tests of their own. */
  private static boolean isAllowed(StrategyResult strategy) {
    return Requirement.words().containsAll(strategy.ruledOutBy());
  }

  /** By how much the requirement isn't met, if it isn't. */
  Optional<String> shortfall(SimulationResult result, String requirement) {
    List<StrategyResult> candidates = candidates(result);
    boolean met = candidates.stream().anyMatch(one -> !measured(one, requirement).fails());
    return met
        ? Optional.empty()
        : Optional.of(
            closest(candidates)
                .map(one -> "under " + one.name() + " " + measured(one, requirement).figure())
                .orElse("no strategy is left that could meet it"));
  }

  private static Measured measured(StrategyResult strategy, String requirement) {
    return Objects.requireNonNull(strategy.requirements().get(requirement));
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
