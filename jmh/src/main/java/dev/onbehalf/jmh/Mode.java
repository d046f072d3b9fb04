package dev.onbehalf.jmh;

import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How thoroughly is measured. */
public enum Mode {
  /** A first impression of a few strategies within twenty seconds. */
  BRIEF("brief", 2, true, 3_000, 1, 5, 600),
  /** Enough to tell what costs ten times as much from what doesn't. */
  QUICK("quick", 2, true, 8_000, 1, 5, 1_500),
  /** Enough forks for an interval worth its name. */
  FULL("full", 5, false, 16_000, 2, 15, 800),
  /** Enough to see that the benchmarks work; the numbers mean nothing. */
  SMOKE("smoke", 0, true, 0, 0, 1, 1);

  private final String word;
  private final int forks;
  private final boolean together;
  private final int warmUpMillis;
  private final int warmupIterations;
  private final int iterations;
  private final int iterationMillis;

  Mode(
      String word,
      int forks,
      boolean together,
      int warmUpMillis,
      int warmupIterations,
      int iterations,
      int iterationMillis) {
    this.word = word;
    this.forks = forks;
    this.together = together;
    this.warmUpMillis = warmUpMillis;
    this.warmupIterations = warmupIterations;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
  }

  /** The word for it in results. */
  String word() {
    return word;
  }

  /** How many Java processes measure each benchmark; 0 for the one that asks. */
  int forks() {
    return forks;
  }

  /**
   * The subjects by the forks that measure them: all in one, so that the time doesn't grow with
   * their number, or each in its own.
   */
  List<List<String>> groups(List<String> subjects) {
    return together ? List.of(subjects) : subjects.stream().map(List::of).toList();
  }

  /** How many iterations one group takes, over all its forks. */
  int allIterations() {
    return Math.max(1, forks) * (warmupIterations + iterations);
  }

  /** The processor time that a fork spends on the work, all in all, before JMH's iterations. */
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
