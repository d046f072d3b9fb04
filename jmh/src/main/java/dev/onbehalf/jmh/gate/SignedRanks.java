package dev.onbehalf.jmh.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** The exact signed-rank test of Wilcoxon; where ties would make it inexact, it says nothing. */
final class SignedRanks {
  private static final double HAIR = 1e-9;

  private SignedRanks() {}

  static double probability(List<Double> logs, double center, AlternativeHypothesis alternative) {
    double[] distances = logs.stream().mapToDouble(log -> log - center).toArray();
    if (hasTies(logs, center)) {
      return 1;
    }
    return WilcoxonSignedRankTest.withDefaults()
        .with(alternative)
        .with(PValueMethod.EXACT)
        .test(distances)
        .getPValue();
  }

  /** The lowest center that the test refutes; above any other if it refutes none. */
  static double upperBound(List<Double> logs, double alpha) {
    List<Double> means = pairwiseMeans(logs);
    int refuted = means.size();
    int open = -1;
    while (refuted - open > 1) {
      int middle = (open + refuted) / 2;
      double center = means.get(middle) + HAIR;
      if (probability(logs, center, AlternativeHypothesis.LESS_THAN) <= alpha) {
        refuted = middle;
      } else {
        open = middle;
      }
    }
    return refuted == means.size() ? Double.POSITIVE_INFINITY : means.get(refuted);
  }

  /** Where the statistic of the test changes (Walsh averages). */
  private static List<Double> pairwiseMeans(List<Double> logs) {
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      for (int j = i; j < logs.size(); j++) {
        means.add((logs.get(i) + logs.get(j)) / 2);
      }
    }
    Collections.sort(means);
    return means;
  }

  private static boolean hasTies(List<Double> logs, double center) {
    long distances = logs.stream().map(log -> Math.abs(log - center)).distinct().count();
    return distances < logs.size() || logs.contains(center);
  }
}
