package dev.onbehalf.simulation.result;

/** How a policy fares under a strategy. */
public enum Outcome {
  NOT_ENFORCED,
  /** Enforced, but not against a caller who cheats. */
  HONEST_ONLY,
  ENFORCED,
  /** The policy decides no request, and counts nowhere. */
  VACUOUS;

  /** Whether the strategy falls short of the policy. */
  public boolean failed() {
    return this == NOT_ENFORCED || this == HONEST_ONLY;
  }
}
