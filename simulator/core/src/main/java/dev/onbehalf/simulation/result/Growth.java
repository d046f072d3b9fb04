package dev.onbehalf.simulation.result;

/** How the number of standing credentials grows. */
public enum Growth {
  /** With users + agents + resources. */
  ADDITIVE("additive"),
  /** With a product of users, agents and resources. */
  MULTIPLICATIVE("multiplicative");

  private final String word;

  Growth(String word) {
    this.word = word;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
