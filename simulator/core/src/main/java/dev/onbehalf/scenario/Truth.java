package dev.onbehalf.scenario;

/** What the policies say of one request; an unspecified one counts for nothing. */
public enum Truth {
  PERMITTED("permitted"),
  DENIED("denied"),
  UNSPECIFIED("unspecified");

  private final String word;

  Truth(String word) {
    this.word = word;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
