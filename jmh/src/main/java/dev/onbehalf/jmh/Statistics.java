package dev.onbehalf.jmh;

import dev.onbehalf.simulation.result.Timing.Interval;
import dev.onbehalf.simulation.result.Timing.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What the forks say together. The iterations of a fork share its luck and say the same thing many
 * times, so each fork counts once, with the median of its iterations.
 */
final class Statistics {
  private final List<BenchmarkResult> forks;

  private Statistics(RunResult result) {
    forks = List.copyOf(result.getBenchmarkResults());
  }

  static Operation of(RunResult result) {
    return new Statistics(result).operation();
  }

  private Operation operation() {
    Series wall = medians(iteration -> iteration.getPrimaryResult().getScore());
    return new Operation(
        rounded(wall.median()),
        rounded(medians(Metric.CPU_NANOS).median()),
        Math.rint(medians(Metric.BYTES).median()),
        hasFloor() ? Optional.of(hundredths(multiples().median())) : Optional.empty(),
        hasFloor()
            ? Optional.of(rounded(medians(Metric.FLOOR_WALL_NANOS).median()))
            : Optional.empty(),
        new Interval(rounded(wall.lowest()), rounded(wall.highest()), wall.confidence()),
        wall.values().stream().map(Statistics::rounded).toList());
  }

  private Series multiples() {
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

  private Series medians(Metric metric) {
    return medians(metric::of);
  }

  private Series medians(ToDoubleFunction<IterationResult> value) {
    return new Series(forks.stream().map(fork -> median(fork, value)).toList());
  }

  private static double median(BenchmarkResult fork, ToDoubleFunction<IterationResult> value) {
    Series series = new Series();
    fork.getIterationResults().forEach(iteration -> series.add(value.applyAsDouble(iteration)));
    return series.median();
  }

  private static double rounded(double nanos) {
    return Math.rint(10 * nanos) / 10;
  }

  private static double hundredths(double multiple) {
    return Math.rint(100 * multiple) / 100;
  }
}
