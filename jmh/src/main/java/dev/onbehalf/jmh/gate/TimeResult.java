package dev.onbehalf.jmh.gate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the time gate found.
 *
 * @param rows every row that was asked for
 * @param twins the ratios of the baseline to itself
 * @param forks how many processes measured
 * @param leftOut the rows for which the budget didn't suffice
 */
public record TimeResult(
    SortedMap<Row, Timed> rows,
    SortedMap<Benchmark, Ratios> twins,
    int forks,
    double seconds,
    List<Row> leftOut) {
  /** How far the baseline may be from itself. */
  public static final double TWIN_LIMIT = 0.03;

  public TimeResult {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    twins = Collections.unmodifiableSortedMap(new TreeMap<>(twins));
    leftOut = List.copyOf(leftOut);
  }

  /** Whether the baseline is as fast as itself; if it isn't, nothing else means anything. */
  public boolean isValid() {
    return twins.values().stream().allMatch(twin -> Math.abs(twin.median() - 1) <= TWIN_LIMIT);
  }

  /** Whether a row has the verdict. */
  public boolean has(Verdict verdict) {
    return rows.values().stream().anyMatch(row -> row.verdict() == verdict);
  }

  /**
   * A row that was timed.
   *
   * @param ratios of the candidate to the baseline
   * @param baselineNanos processor time of a call, as the median over the forks
   * @param candidateNanos processor time of a call, as the median over the forks
   */
  public record Timed(
      Verdict verdict, Ratios ratios, double baselineNanos, double candidateNanos) {}
}
