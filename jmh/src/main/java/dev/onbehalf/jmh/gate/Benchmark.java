package dev.onbehalf.jmh.gate;

/** What is timed of a strategy: one whole call, from obtaining to deciding. */
public enum Benchmark {
  /** As it is. */
  ACCESS("access", false),
  /** With signatures that cost nothing: they would hide twice as much of our own code. */
  OWN_CODE("own code", true);

  private final String words;
  private final boolean silent;

  Benchmark(String words, boolean silent) {
    this.words = words;
    this.silent = silent;
  }

  /** What people call it. */
  public String words() {
    return words;
  }

  /** Whether signatures cost nothing. */
  boolean silent() {
    return silent;
  }
}
