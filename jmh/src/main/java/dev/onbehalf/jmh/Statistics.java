package dev.onbehalf.jmh;

import dev.onbehalf.simulation.result.Timing.Interval;
import dev.onbehalf.simulation.result.Timing.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What the forks say together. The iterations of a fork share its luck and say the same thing many
 * times, so each fork counts once, with the median of its iterations.
 */
final class Statistics {
  private static final double MEDIAN = 50;
  private static final double PRECISE = 0.05;

  private final List<BenchmarkResult> forks;

  private Statistics(RunResult result) {
    forks = List.copyOf(result.getBenchmarkResults());
  }

  static Operation of(RunResult result) {
    return new Statistics(result).operation();
  }

  /** Whether the forks agree on how far the step is above its floor, if it has one. */
  static boolean isPrecise(RunResult result) {
    Statistics statistics = new Statistics(result);
    return !statistics.hasFloor()
        || statistics.precision().filter(half -> half <= PRECISE).isPresent();
  }

  private Operation operation() {
    DescriptiveStatistics wall = medians(iteration -> iteration.getPrimaryResult().getScore());
    return new Operation(
        rounded(wall.getPercentile(MEDIAN)),
        rounded(medians(Metric.CPU_NANOS).getPercentile(MEDIAN)),
        Math.rint(medians(Metric.BYTES).getPercentile(MEDIAN)),
        hasFloor() ? Optional.of(hundredths(multiples().getPercentile(MEDIAN))) : Optional.empty(),
        hasFloor()
            ? Optional.of(rounded(medians(Metric.FLOOR_WALL_NANOS).getPercentile(MEDIAN)))
            : Optional.empty(),
        new Interval(rounded(wall.getMin()), rounded(wall.getMax()), confidence(forks.size())),
        DoubleStream.of(wall.getValues()).map(Statistics::rounded).boxed().toList(),
        precision().map(half -> Math.rint(1_000 * half) / 1_000),
        Optional.of((int) medians(Metric.STEADY).getSum()));
  }

  /** Of what the floor can't explain: it shares the luck of its fork. */
  private Optional<Double> precision() {
    return Precision.relativeHalfWidth(hasFloor() ? multiples() : medians(Metric.CPU_NANOS));
  }

  private DescriptiveStatistics multiples() {
    return medians(
        iteration -> Metric.CPU_NANOS.of(iteration) / Metric.FLOOR_CPU_NANOS.of(iteration));
  }

  private boolean hasFloor() {
    return forks.stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .allMatch(
            iteration ->
                iteration.getSecondaryResults().containsKey(Metric.FLOOR_CPU_NANOS.label()));
  }

  private DescriptiveStatistics medians(Metric metric) {
    return medians(metric::of);
  }

  private DescriptiveStatistics medians(ToDoubleFunction<IterationResult> value) {
    DescriptiveStatistics medians = new DescriptiveStatistics();
    forks.forEach(fork -> medians.addValue(median(fork, value)));
    return medians;
  }

  private static double median(BenchmarkResult fork, ToDoubleFunction<IterationResult> value) {
    return new Median().evaluate(fork.getIterationResults().stream().mapToDouble(value).toArray());
  }

  /**
   * The probability that the median of what the forks are drawn from lies between the lowest and
   * the highest: all of them fall on one side of it with a probability of one half each.
   */
  static double confidence(int forks) {
    return forks == 0 ? 0 : 1 - Math.pow(2, 1 - forks);
  }

  private static double rounded(double nanos) {
    return Math.rint(10 * nanos) / 10;
  }

  private static double hundredths(double multiple) {
    return Math.rint(100 * multiple) / 100;
  }
}
