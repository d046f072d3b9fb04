package dev.onbehalf.jmh;

import java.util.List;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How thoroughly is measured. */
public enum Mode {
  /** A first impression of a few strategies, whose budget leaves time to write the page anew. */
  BRIEF("brief", 2, 1, true, 3_000, 1, 5, 400, 17_000),
  /** Enough to tell what costs ten times as much from what doesn't. */
  QUICK("quick", 1, 2, true, 8_000, 1, 5, 1_500, Long.MAX_VALUE),
  /** Enough forks for an interval worth its name. */
  FULL("full", 1, 5, false, 16_000, 2, 15, 800, Long.MAX_VALUE),
  /** Enough to see that the benchmarks work; the numbers mean nothing. */
  SMOKE("smoke", 1, 0, true, 0, 0, 1, 1, Long.MAX_VALUE);

  private final String word;
  private final int runs;
  private final int forks;
  private final boolean together;
  private final int warmUpMillis;
  private final int warmupIterations;
  private final int iterations;
  private final int iterationMillis;
  private final long budgetMillis;

  Mode(
      String word,
      int runs,
      int forks,
      boolean together,
      int warmUpMillis,
      int warmupIterations,
      int iterations,
      int iterationMillis,
      long budgetMillis) {
    this.word = word;
    this.runs = runs;
    this.forks = forks;
    this.together = together;
    this.warmUpMillis = warmUpMillis;
    this.warmupIterations = warmupIterations;
    this.iterations = iterations;
    this.iterationMillis = iterationMillis;
    this.budgetMillis = budgetMillis;
  }

  /** The word for it in results. */
  String word() {
    return word;
  }

  /** How often everything is measured, if the budget suffices. */
  int runs() {
    return runs;
  }

  /** How long all runs may take together; no run begins that wouldn't fit. */
  long budgetMillis() {
    return budgetMillis;
  }

  /**
   * When, after its start, a fork measures at the latest: on a busy machine the processor time to
   * warm up in would take too long.
   */
  long warmUpEndMillis() {
    return budgetMillis / 3 * 2;
  }

  /**
   * The subjects by the forks that measure them: all in one, so that the time doesn't grow with
   * their number, or each in its own.
   */
  List<List<String>> groups(List<String> subjects) {
    return together ? List.of(subjects) : subjects.stream().map(List::of).toList();
  }

  /** How many iterations one group takes at most, over all runs and their forks. */
  int allIterations() {
    return runs * Math.max(1, forks) * (warmupIterations + iterations);
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
