package dev.onbehalf.simulation.result;

/** How a policy fares under a strategy. */
public enum Outcome {
  NOT_ENFORCED("not-enforced"),
  /** Enforced, but not against a caller who cheats. */
  HONEST_ONLY("if-honest"),
  ENFORCED("enforced"),
  /** The policy decides no request, and counts nowhere. */
  VACUOUS("vacuous");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word for it where outcomes are listed. */
  public String word() {
    return word;
  }

  /** Whether the strategy falls short of the policy. */
  public boolean failed() {
    return this == NOT_ENFORCED || this == HONEST_ONLY;
  }
}
