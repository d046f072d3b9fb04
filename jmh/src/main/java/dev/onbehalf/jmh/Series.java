package dev.onbehalf.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** Numbers in the order in which they came. */
final class Series {
  private final List<Double> values = new ArrayList<>();

  Series() {}

  Series(Collection<Double> values) {
    this.values.addAll(values);
  }

  void add(double value) {
    values.add(value);
  }

  void clear() {
    values.clear();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The middle one, or the mean of the two in the middle; not a number when there are none. */
  double median() {
    if (isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double lowest() {
    return sorted().findFirst().orElse(Double.NaN);
  }

  double highest() {
    return sorted().reduce((lower, higher) -> higher).orElse(Double.NaN);
  }

  /**
   * The probability that the median of what the numbers are drawn from lies between the lowest and
   * the highest: all of them fall on one side of it with a probability of one half each.
   */
  double confidence() {
    return isEmpty() ? 0 : 1 - Math.pow(2, 1 - values.size());
  }

  List<Double> values() {
    return List.copyOf(values);
  }

  private DoubleStream sorted() {
    return values.stream().mapToDouble(Double::doubleValue).sorted();
  }
}
