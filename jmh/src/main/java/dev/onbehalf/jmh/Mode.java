package dev.onbehalf.jmh;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How thoroughly is measured. */
public enum Mode {
  /** Enough to tell what costs ten times as much from what doesn't. */
  QUICK("quick", 2, 500, 2, 5, 50),
  /** Enough forks for an interval worth its name. */
  FULL("full", 5, 4_000, 5, 15, 200),
  /** Enough to see that the benchmarks work; the numbers mean nothing. */
  SMOKE("smoke", 0, 0, 0, 1, 1);

  private final String word;
  private final int forks;
  private final int warmUpMillis;
  private final int warmupIterations;
  private final int iterations;
  private final int iterationMillis;

  Mode(
      String word,
      int forks,
      int warmUpMillis,
      int warmupIterations,
      int iterations,
      int iterationMillis) {
    this.word = word;
    this.forks = forks;
    this.warmUpMillis = warmUpMillis;
    this.warmupIterations = warmupIterations;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
  }

  /** The word for it in results. */
  public String word() {
    return word;
  }

  /** How many Java processes measure each benchmark; 0 for the one that asks. */
  public int forks() {
    return forks;
  }

  /** How many iterations one benchmark takes, over all its forks. */
  int allIterations() {
    return Math.max(1, forks) * (warmupIterations + iterations);
  }

  /** The processor time that a fork spends on the work before JMH's own iterations. */
  int warmUpMillis() {
    return warmUpMillis;
  }

  ChainedOptionsBuilder applyTo(ChainedOptionsBuilder options) {
    TimeValue time = TimeValue.milliseconds(iterationMillis);
    return options
        .forks(forks)
        .warmupIterations(warmupIterations)
        .warmupTime(time)
        .measurementIterations(iterations)
        .measurementTime(time);
  }
}
