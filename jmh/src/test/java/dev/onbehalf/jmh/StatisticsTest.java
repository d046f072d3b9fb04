package dev.onbehalf.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.onbehalf.simulation.result.Timing.Interval;
import dev.onbehalf.simulation.result.Timing.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Each fork counts once, with the median of its iterations. */
class StatisticsTest {
  private static final IterationParams ITERATION =
      new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1);
  private static final BenchmarkParams BENCHMARK =
      new BenchmarkParams(
          "a.B.obtain",
          "a.B.obtain",
          true,
          1,
          new int[] {1},
          List.of(),
          1,
          0,
          ITERATION,
          ITERATION,
          org.openjdk.jmh.annotations.Mode.AverageTime,
          new WorkloadParams(),
          TimeUnit.NANOSECONDS,
          1,
          "java",
          List.of(),
          "17",
          "vm",
          "17",
          "1.37",
          TimeValue.NONE);

  private static IterationResult iteration(double nanos, double floor) {
    IterationResult result =
        new IterationResult(BENCHMARK, ITERATION, new IterationResultMetaData(1, 1));
    result.addResult(
        new AverageTimeResult(
            ResultRole.PRIMARY, "obtain", 1, Math.round(nanos), TimeUnit.NANOSECONDS));
    add(result, Metric.CPU_NANOS, nanos / 2);
    add(result, Metric.BYTES, 64);
    add(result, Metric.STEADY, nanos < 300 ? 1 : 0);
    if (floor > 0) {
      add(result, Metric.FLOOR_WALL_NANOS, floor);
      add(result, Metric.FLOOR_CPU_NANOS, floor / 2);
    }
    return result;
  }

  private static void add(IterationResult result, Metric metric, double value) {
    result.addResult(new ScalarResult(metric.label(), value, "ns/op", AggregationPolicy.AVG));
  }

  private static BenchmarkResult fork(IterationResult... iterations) {
    return new BenchmarkResult(BENCHMARK, List.of(iterations));
  }

  @Test
  void operation_isTheMedianOfTheMediansOfForks() {
    Operation operation =
        Statistics.of(
            new RunResult(
                BENCHMARK,
                List.of(
                    fork(iteration(100, 50), iteration(110, 55), iteration(9_000, 60)),
                    fork(iteration(300, 100), iteration(300, 100), iteration(300, 100)),
                    fork(iteration(200, 40), iteration(200, 40), iteration(1, 1)))));
    assertEquals(List.of(110.0, 300.0, 200.0), operation.forkNanos());
    assertEquals(200, operation.nanosPerOperation());
    assertEquals(100, operation.cpuNanosPerOperation());
    assertEquals(64, operation.bytesPerOperation());
    assertEquals(new Interval(110, 300, 0.75), operation.interval());
    // The multiples of the iterations are 2, 2, 150 and 3, 3, 3 and 5, 5, 1.
    assertEquals(Optional.of(3.0), operation.multipleOfFloor());
    // Their medians are 2, 3 and 5, the mean 10/3, the deviation 1.528: 4.303 * 1.528 / sqrt(3).
    assertEquals(Optional.of(1.138), operation.relativeHalfWidth());
    assertEquals(Optional.of(2), operation.steadyForks());
  }

  @ParameterizedTest
  // Of two forks whose multiples are 2 and 2 + d the half width is 12.706 * d / 2 / (2 + d / 2).
  @CsvSource({"200, 100, true", "201, 100, true", "202, 100, false", "300, 0, true"})
  void forks_arePrecise_whereTheirMultiplesAgree(double nanos, double floor, boolean precise) {
    RunResult result =
        new RunResult(
            BENCHMARK, List.of(fork(iteration(200, floor)), fork(iteration(nanos, floor))));
    assertEquals(precise, Statistics.isPrecise(result));
  }

  @Test
  void oneFork_isNotPrecise() {
    assertFalse(Statistics.isPrecise(new RunResult(BENCHMARK, List.of(fork(iteration(200, 100))))));
  }

  @Test
  void operation_withoutFloor_isNoMultiple() {
    Operation operation = Statistics.of(new RunResult(BENCHMARK, List.of(fork(iteration(100, 0)))));
    assertEquals(Optional.empty(), operation.multipleOfFloor());
    assertEquals(Optional.empty(), operation.floorNanosPerOperation());
  }

  @ParameterizedTest
  // All n on the one side of the median, or all on the other: two of the 2^n equally likely cases.
  @CsvSource({"0, 0", "1, 0", "2, 0.5", "3, 0.75", "5, 0.9375"})
  void confidence_isThatNotAllForksLieOnOneSide(int forks, double confidence) {
    assertEquals(confidence, Statistics.confidence(forks));
  }
}
