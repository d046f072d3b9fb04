package dev.onbehalf.scenario;

import java.util.List;
import java.util.Optional;

/** What a scenario expects of its own run; {@code recommended} is {@code none} for no strategy. */
public record Expectation(Optional<Located> recommended, List<EnforcedCount> enforced) {
  /** The expected recommendation when no strategy suffices. */
  public static final String NONE = "none";

  public Expectation {
    enforced = List.copyOf(enforced);
  }

  /** How many policies a strategy is expected to enforce. */
  public record EnforcedCount(Located strategy, int policies) {}
}
