package dev.onbehalf.scenario;

/** What a policy does to the requests it matches. */
public enum Effect {
  MAY("MAY"),
  MAY_NOT("MAY NOT");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /** The words of the sentence: {@code MAY} or {@code MAY NOT}. */
  public String words() {
    return words;
  }
}
