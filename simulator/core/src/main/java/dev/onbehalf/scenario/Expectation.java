package dev.onbehalf.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a scenario expects of its own run.
 *
 * @param recommended a strategy, or {@code none}
 * @param onBehalfOf {@code required} or {@code not-required}
 * @param plan the strategies of the plan, for all resources or some
 * @param enforced what strategies enforce even if callers cheat
 * @param enforcedIfHonest what they enforce as long as no caller does
 */
public record Expectation(
    Optional<Located> recommended,
    Optional<Located> onBehalfOf,
    List<PlannedStrategy> plan,
    List<EnforcedCount> enforced,
    List<EnforcedCount> enforcedIfHonest) {
  /** The expected recommendation when no strategy suffices, and plan when there is none. */
  public static final String NONE = "none";

  public Expectation {
    plan = List.copyOf(plan);
    enforced = List.copyOf(enforced);
    enforcedIfHonest = List.copyOf(enforcedIfHonest);
  }

  /** The strategy that the plan is expected to have for a resource, or {@code none}. */
  public record PlannedStrategy(String resource, Located strategy) {}

  /** How many policies a strategy is expected to enforce. */
  public record EnforcedCount(Located strategy, int policies) {}
}
