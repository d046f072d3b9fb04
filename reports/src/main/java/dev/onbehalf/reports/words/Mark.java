package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;

/** How a policy fares under a strategy: a sign for the table, and the words it stands for. */
public enum Mark {
  NOT_ENFORCED("✗", "can't be enforced", Tone.BAD),
  CHEATED("!", "enforced, but not against an agent that cheats", Tone.WARNING),
  ENFORCED("✓", "enforced", Tone.GOOD),
  VACUOUS("–", "vacuous: it decides no request, and counts nowhere", Tone.FAINT);

  private final String sign;
  private final String words;
  private final Tone tone;

  Mark(String sign, String words, Tone tone) {
    this.sign = sign;
    this.words = words;
    this.tone = tone;
  }

  public static Mark of(PolicyScore score, boolean vacuous) {
    if (vacuous) {
      return VACUOUS;
    }
    if (!score.enforced()) {
      return NOT_ENFORCED;
    }
    return score.withstands() ? ENFORCED : CHEATED;
  }

  /** Whether the policy fails under the strategy. */
  public boolean fails() {
    return this == NOT_ENFORCED || this == CHEATED;
  }

  public String sign() {
    return sign;
  }

  public String words() {
    return words;
  }

  public Tone tone() {
    return tone;
  }
}
