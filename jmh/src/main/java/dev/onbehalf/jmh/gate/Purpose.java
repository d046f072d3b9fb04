package dev.onbehalf.jmh.gate;

import java.util.List;

/** What a process measures, and how: the number of calls is fixed, whatever the machine does. */
public enum Purpose {
  /** Processor time under the first compiler alone: what it makes is the same every time. */
  TIME(1, 20, 40, 500, 150, 200_000),
  /** Processor time under the whole compiler, which gambles, and takes its time. */
  WHOLE_COMPILER(4, 20, 40, 3_000, 150, 200_000),
  /** Bytes, before the whole compiler would do away with some of them. */
  ALLOCATION(1, 1, 1, 100, 9, 200_000),
  /** Enough to see that it works; the numbers mean nothing. */
  SMOKE(4, 1, 3, 2, 3, 1);

  private final int compiler;
  private final int warmUp;
  private final int rounds;
  private final int silentWarmUp;
  private final int silentRounds;
  private final int blockNanos;

  Purpose(
      int compiler, int warmUp, int rounds, int silentWarmUp, int silentRounds, int blockNanos) {
    this.compiler = compiler;
    this.warmUp = warmUp;
    this.rounds = rounds;
    this.silentWarmUp = silentWarmUp;
    this.silentRounds = silentRounds;
    this.blockNanos = blockNanos;
  }

  /** How many calls a benchmark makes. */
  Calls calls(Benchmark benchmark) {
    return benchmark.silent() ? new Calls(silentWarmUp, silentRounds) : new Calls(warmUp, rounds);
  }

  /** How long a block lasts at least, so that reading the clock costs nothing beside it. */
  int blockNanos() {
    return blockNanos;
  }

  /** What people call the compiler. */
  public String words() {
    return compiler == 1 ? "the first compiler alone" : "the whole compiler";
  }

  /** What makes one process like the other. */
  List<String> jvmArguments() {
    return List.of(
        "-Xms256m",
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=" + compiler,
        // On a busy machine the compiler would come too late.
        "-XX:-BackgroundCompilation");
  }

  /**
   * How many calls are made.
   *
   * @param warmUp calls before the first that is timed
   * @param rounds blocks of calls that are timed, of each side
   */
  public record Calls(int warmUp, int rounds) {}
}
