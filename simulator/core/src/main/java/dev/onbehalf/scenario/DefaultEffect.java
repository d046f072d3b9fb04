package dev.onbehalf.scenario;

/** What becomes of a request that no policy matches. */
public enum DefaultEffect {
  DENY(Truth.DENIED),
  UNSPECIFIED(Truth.UNSPECIFIED);

  private final Truth truth;

  DefaultEffect(Truth truth) {
    this.truth = truth;
  }

  /** What is true of such a request. */
  public Truth truth() {
    return truth;
  }
}
