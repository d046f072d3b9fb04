package dev.onbehalf.scenario;

/** What a policy does to the requests it matches, the weightier first. */
public enum Effect {
  MAY_NOT("MAY NOT", Truth.DENIED),
  MAY("MAY", Truth.PERMITTED);

  private final String words;
  private final Truth truth;

  Effect(String words, Truth truth) {
    this.words = words;
    this.truth = truth;
  }

  /** The words of the sentence: {@code MAY} or {@code MAY NOT}. */
  public String words() {
    return words;
  }

  /** What is true of the requests that it decides. */
  public Truth truth() {
    return truth;
  }
}
