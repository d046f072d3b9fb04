package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Outcome;

/** How policies fare, in signs, words and tones. */
public final class OutcomeWords {
  private OutcomeWords() {}

  /** A sign for those who see it; never without words. */
  public static String sign(Outcome outcome) {
    return switch (outcome) {
      case NOT_ENFORCED -> "✗";
      case HONEST_ONLY -> "!";
      case ENFORCED -> "✓";
      case VACUOUS -> "–";
    };
  }

  /** A word or two, for tables that ask whether the policy is enforced. */
  public static String brief(Outcome outcome) {
    return switch (outcome) {
      case NOT_ENFORCED -> "no";
      case HONEST_ONLY -> "if honest";
      case ENFORCED -> "yes";
      case VACUOUS -> "vacuous";
    };
  }

  /** The words that go on with a strategy's name. */
  public static String words(Outcome outcome) {
    return switch (outcome) {
      case NOT_ENFORCED -> "can't be enforced";
      case HONEST_ONLY -> "only if callers are honest";
      case ENFORCED -> "enforced";
      case VACUOUS -> "vacuous";
    };
  }

  /** What the sign stands for. */
  public static String legend(Outcome outcome) {
    return switch (outcome) {
      case HONEST_ONLY -> "enforced, but not against a caller who cheats";
      case VACUOUS -> "vacuous: it decides no request, and counts nowhere";
      case NOT_ENFORCED, ENFORCED -> words(outcome);
    };
  }

  public static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case NOT_ENFORCED -> Tone.BAD;
      case HONEST_ONLY -> Tone.WARNING;
      case ENFORCED -> Tone.GOOD;
      case VACUOUS -> Tone.FAINT;
    };
  }
}
