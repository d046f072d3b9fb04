package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.Optional;

/** What a strategy makes of a policy. */
public enum Outcome {
  ENFORCED("✓", "yes", "enforced"),
  HONEST_ONLY("!", "if honest", "only if agents are honest"),
  NOT_ENFORCED("✗", "no", "can't be enforced"),
  VACUOUS("–", "vacuous", "vacuous");

  private final String mark;
  private final String brief;
  private final String words;

  Outcome(String mark, String brief, String words) {
    this.mark = mark;
    this.brief = brief;
    this.words = words;
  }

  /** The outcome of the policy under the strategy. */
  public static Outcome of(PolicyFacts policy, StrategyResult strategy) {
    return score(policy, strategy)
        .filter(score -> !policy.vacuous())
        .map(Outcome::of)
        .orElse(VACUOUS);
  }

  /** The strategy's score of the policy, if it has one. */
  public static Optional<PolicyScore> score(PolicyFacts policy, StrategyResult strategy) {
    return strategy.policies().stream().filter(score -> score.id().equals(policy.id())).findFirst();
  }

  private static Outcome of(PolicyScore score) {
    if (!score.enforced()) {
      return NOT_ENFORCED;
    }
    return score.withstands() ? ENFORCED : HONEST_ONLY;
  }

  /** A sign for those who see it; never without {@link #words}. */
  public String mark() {
    return mark;
  }

  /** The outcome in a word or two, for tables that ask whether the policy is enforced. */
  public String brief() {
    return brief;
  }

  /** The outcome in words. */
  public String words() {
    return words;
  }

  /** Whether the strategy falls short of the policy. */
  public boolean failed() {
    return this == HONEST_ONLY || this == NOT_ENFORCED;
  }
}
