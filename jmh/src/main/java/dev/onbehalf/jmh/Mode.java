package dev.onbehalf.jmh;

import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How thoroughly is measured. */
public enum Mode {
  /** A first impression of a few strategies, whose budget leaves time to write the page anew. */
  BRIEF("brief", 1, 3, true, 10, 13_000, 3, 400, 17_000),
  /** Enough to tell what costs ten times as much from what doesn't. */
  QUICK("quick", 1, 5, true, 10, 34_000, 3, 1_000, 42_000),
  /** Enough forks for an interval worth its name. */
  FULL("full", 3, 8, false, 200, Long.MAX_VALUE, 3, 700, Long.MAX_VALUE),
  /** Enough to see that the benchmarks work, in this process; the numbers mean nothing. */
  SMOKE("smoke", 1, 1, true, 0, 0, 1, 1, Long.MAX_VALUE);

  private final String word;
  private final int fewestForks;
  private final int mostForks;
  private final boolean together;
  private final int warmUpBlockMillis;
  private final long warmUpEndMillis;
  private final int iterations;
  private final int iterationMillis;
  private final long budgetMillis;

  Mode(
      String word,
      int fewestForks,
      int mostForks,
      boolean together,
      int warmUpBlockMillis,
      long warmUpEndMillis,
      int iterations,
      int iterationMillis,
      long budgetMillis) {
    this.word = word;
    this.fewestForks = fewestForks;
    this.mostForks = mostForks;
    this.together = together;
    this.warmUpBlockMillis = warmUpBlockMillis;
    this.warmUpEndMillis = warmUpEndMillis;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
    this.budgetMillis = budgetMillis;
  }

  /** The word for it in results. */
  String word() {
    return word;
  }

  /** How many forks measure a group at least, however well they agree. */
  int fewestForks() {
    return fewestForks;
  }

  /** How many forks measure a group at most, however badly they agree. */
  int mostForks() {
    return mostForks;
  }

  /** How long all forks may take together; none begins that wouldn't fit but the first. */
  long budgetMillis() {
    return budgetMillis;
  }

  /**
   * The processor time of a block of a warm-up. The longer it is, the less likely are blocks to
   * agree because what they call hasn't been compiled for the last time.
   */
  int warmUpBlockMillis() {
    return warmUpBlockMillis;
  }

  /**
   * When, after its start, a fork measures at the latest: on a busy machine it would take too long
   * until everything is steady.
   */
  long warmUpEndMillis() {
    return warmUpEndMillis;
  }

  /**
   * The subjects by the forks that measure them: all in one, so that the time doesn't grow with
   * their number, or each in its own.
   */
  List<List<String>> groups(List<String> subjects) {
    return together ? List.of(subjects) : subjects.stream().map(List::of).toList();
  }

  /** How many iterations one group takes at most, over all forks. */
  int allIterations() {
    return mostForks * iterations;
  }

  ChainedOptionsBuilder applyTo(ChainedOptionsBuilder options) {
    TimeValue time = TimeValue.milliseconds(iterationMillis);
    return options
        .forks(this == SMOKE ? 0 : 1)
        .warmupIterations(0)
        .measurementIterations(iterations)
        .measurementTime(time);
  }
}
