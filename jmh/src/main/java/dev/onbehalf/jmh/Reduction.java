package dev.onbehalf.jmh;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * JMH's results with the time of the operation as the score: what JMH itself times is the
 * alternation of operation and floor.
 */
final class Reduction {
  // A result holds whole nanoseconds; so many operations keep the fractions.
  private static final double OPERATIONS = 1_000;

  private Reduction() {}

  static Collection<RunResult> of(Collection<RunResult> results) {
    return results.stream().map(Reduction::of).toList();
  }

  private static RunResult of(RunResult result) {
    List<BenchmarkResult> forks = result.getBenchmarkResults().stream().map(Reduction::of).toList();
    return new RunResult(result.getParams(), forks);
  }

  private static BenchmarkResult of(BenchmarkResult fork) {
    List<IterationResult> iterations =
        fork.getIterationResults().stream().map(Reduction::of).toList();
    return new BenchmarkResult(fork.getParams(), iterations);
  }

  private static IterationResult of(IterationResult iteration) {
    IterationResult reduced =
        new IterationResult(
            iteration.getBenchmarkParams(), iteration.getParams(), iteration.getMetadata());
    reduced.addResult(primary(iteration));
    metric(reduced, Metric.CPU_NANOS, iteration, "ns/op");
    metric(reduced, Metric.BYTES, iteration, "B/op");
    if (Metric.FLOOR_CPU_NANOS.of(iteration) > 0) {
      metric(reduced, Metric.FLOOR_WALL_NANOS, iteration, "ns/op");
      metric(reduced, Metric.FLOOR_CPU_NANOS, iteration, "ns/op");
    }
    return reduced;
  }

  private static Result<?> primary(IterationResult iteration) {
    long nanos = Math.round(OPERATIONS * Metric.WALL_NANOS.of(iteration));
    String benchmark = iteration.getBenchmarkParams().getBenchmark();
    String label = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    return new AverageTimeResult(
        ResultRole.PRIMARY, label, OPERATIONS, nanos, TimeUnit.NANOSECONDS);
  }

  private static void metric(
      IterationResult reduced, Metric metric, IterationResult iteration, String unit) {
    reduced.addResult(
        new ScalarResult(metric.label(), metric.of(iteration), unit, AggregationPolicy.AVG));
  }
}
