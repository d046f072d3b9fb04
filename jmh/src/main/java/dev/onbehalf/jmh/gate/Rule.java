package dev.onbehalf.jmh.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a row has passed and when it hasn't: a slowdown of {@code maxRegression} must not pass.
 *
 * <p>A run passes only if all its rows do, so that no correction for their number is due; but it
 * fails if a single one does, and there the step-down procedure of Holm holds the probability of a
 * false alarm, over all rows together, to the level.
 *
 * @param maxRegression as a share, 0.1 for 10 %
 */
public record Rule(double maxRegression) {
  /** How often, at most, a run without change may be called a regression, or a bad row pass. */
  public static final double ALPHA = 0.01;

  /** How many forks there are when the rows are looked at. */
  static final List<Integer> LOOKS = List.of(5, 8, 12, 18, 27, 40);

  /** The error probability that a look may spend; the sum over all looks is the whole. */
  static double alpha(int look) {
    return ALPHA / (1L << (look + 1));
  }

  /**
   * The verdicts on rows at one look.
   *
   * @param family how many rows the run has, with those that were decided before
   */
  SortedMap<Row, Verdict> judge(Map<Row, Ratios> rows, int family, double alpha) {
    List<Row> slower = refuted(rows, ratios -> ratios.probabilityAtMost(half()), family, alpha);
    List<Row> faster =
        refuted(rows, ratios -> ratios.probabilityAtLeast(1 / half()), family, alpha);
    SortedMap<Row, Verdict> verdicts = new TreeMap<>();
    rows.forEach(
        (row, ratios) ->
            verdicts.put(row, verdict(ratios, faster.contains(row), slower.contains(row), alpha)));
    return verdicts;
  }

  private Verdict verdict(Ratios ratios, boolean faster, boolean slower, double alpha) {
    if (faster) {
      return Verdict.IMPROVED;
    }
    if (ratios.probabilityAtLeast(1 + maxRegression) <= alpha) {
      return Verdict.PASS;
    }
    return slower ? Verdict.REGRESSION : Verdict.INCONCLUSIVE;
  }

  /** What is called slower lies above this, and what is called faster below its inverse. */
  private double half() {
    return 1 + maxRegression / 2;
  }

  private static List<Row> refuted(Map<Row, Ratios> rows, Test test, int family, double alpha) {
    List<Map.Entry<Row, Double>> tested =
        rows.entrySet().stream()
            .map(row -> Map.entry(row.getKey(), test.probability(row.getValue())))
            .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
            .toList();
    List<Row> refuted = new ArrayList<>();
    for (Map.Entry<Row, Double> row : tested) {
      if (row.getValue() * (family - refuted.size()) > alpha) {
        break;
      }
      refuted.add(row.getKey());
    }
    return refuted;
  }

  /** How probable the forks of a row are under what is to be refuted. */
  @FunctionalInterface
  private interface Test {
    double probability(Ratios ratios);
  }
}
