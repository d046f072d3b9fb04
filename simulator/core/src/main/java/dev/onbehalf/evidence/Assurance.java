package dev.onbehalf.evidence;

/** How much a piece of evidence is worth; only verified evidence decides. */
public enum Assurance {
  /** Proved by a signature or a channel that the resource server checked. */
  VERIFIED("verified"),
  /** True, but not to be used for access control (RFC 8693 section 4.1 on prior actors). */
  INFORMATIONAL("informational"),
  /** Said by the caller, signed by nobody. */
  CLAIMED("claimed");

  private final String word;

  Assurance(String word) {
    this.word = word;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }
}
