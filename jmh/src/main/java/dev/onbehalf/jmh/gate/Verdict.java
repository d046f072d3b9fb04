package dev.onbehalf.jmh.gate;

/** What is known of a row, from good to bad. */
public enum Verdict {
  /** It is faster, by no less than would count as slower on the other side. */
  IMPROVED("improved"),
  /** A slowdown as large as the limit is ruled out. */
  PASS("pass"),
  /** A slowdown as large as the limit is neither ruled out nor shown. */
  INCONCLUSIVE("inconclusive"),
  /** It is slower, and a slowdown as large as the limit can't be ruled out. */
  REGRESSION("REGRESSION");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }
}
