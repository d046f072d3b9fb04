package dev.onbehalf.simulation.result;

/** Whether one point must know user and agent together. */
public enum OnBehalfOf {
  NOT_REQUIRED("not-required"),
  REQUIRED("required"),
  /** No strategy suffices, those that show both together included. */
  INSUFFICIENT("insufficient");

  private final String word;

  OnBehalfOf(String word) {
    this.word = word;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
