package dev.onbehalf.simulation.result;

/** Whether one point must know user and agent together, whatever the strategy. */
public enum OnBehalfOf {
  NOT_REQUIRED("not-required"),
  REQUIRED("required");

  private final String word;

  OnBehalfOf(String word) {
    this.word = word;
  }

  /** The answer for a scenario that needs this. */
  public static OnBehalfOf of(Need needs) {
    return needs == Need.JOINT ? REQUIRED : NOT_REQUIRED;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
