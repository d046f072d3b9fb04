package dev.onbehalf.jmh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * JMH's results with one benchmark for each step of each subject, whose score is the time of the
 * step: what JMH itself times is a round over all of them.
 */
record Splitting(RunResult round) {
  // A result holds whole nanoseconds; so many operations keep the fractions.
  private static final double OPERATIONS = 1_000;

  /** The results of the rounds, split; several rounds of the same are one of more forks. */
  static Collection<RunResult> of(List<RunResult> rounds) {
    Map<String, List<RunResult>> same =
        rounds.stream()
            .collect(
                Collectors.groupingBy(
                    round -> round.getParams().id(), LinkedHashMap::new, Collectors.toList()));
    return same.values().stream()
        .map(Splitting::together)
        .flatMap(round -> new Splitting(round).steps().stream())
        .toList();
  }

  private static RunResult together(List<RunResult> rounds) {
    return new RunResult(
        rounds.get(0).getParams(),
        rounds.stream().flatMap(round -> round.getBenchmarkResults().stream()).toList());
  }

  private List<RunResult> steps() {
    List<RunResult> steps = new ArrayList<>();
    String ending = Metric.WALL_NANOS.label("");
    for (String label : anyIteration().getSecondaryResults().keySet()) {
      if (label.endsWith(ending)) {
        steps.add(step(label.substring(0, label.length() - ending.length())));
      }
    }
    return steps;
  }

  private IterationResult anyIteration() {
    return round.getBenchmarkResults().iterator().next().getIterationResults().iterator().next();
  }

  private RunResult step(String label) {
    int slash = label.lastIndexOf('/');
    String name = label.substring(slash + 1);
    BenchmarkParams params = params(round.getParams(), label.substring(0, slash), name);
    List<BenchmarkResult> forks =
        round.getBenchmarkResults().stream().map(fork -> fork(fork, params, label, name)).toList();
    return new RunResult(params, forks);
  }

  private static BenchmarkResult fork(
      BenchmarkResult fork, BenchmarkParams params, String label, String name) {
    return new BenchmarkResult(
        params,
        fork.getIterationResults().stream()
            .map(iteration -> iteration(iteration, params, label, name))
            .toList());
  }

  private static IterationResult iteration(
      IterationResult iteration, BenchmarkParams params, String label, String name) {
    IterationResult result =
        new IterationResult(params, iteration.getParams(), iteration.getMetadata());
    result.addResult(score(Metric.WALL_NANOS.of(iteration, label), name));
    for (Metric metric : Metric.values()) {
      double value = metric.of(iteration, label);
      if (metric != Metric.WALL_NANOS && !Double.isNaN(value)) {
        result.addResult(
            new ScalarResult(metric.label(), value, metric.unit(), AggregationPolicy.AVG));
      }
    }
    return result;
  }

  private static Result<?> score(double nanos, String name) {
    return new AverageTimeResult(
        ResultRole.PRIMARY, name, OPERATIONS, Math.round(OPERATIONS * nanos), TimeUnit.NANOSECONDS);
  }

  private BenchmarkParams params(BenchmarkParams all, String subject, String name) {
    String benchmark = all.getBenchmark();
    return new BenchmarkParams(
        benchmark.substring(0, benchmark.lastIndexOf('.') + 1) + name,
        all.generatedBenchmark(),
        all.shouldSynchIterations(),
        all.getThreads(),
        all.getThreadGroups(),
        all.getThreadGroupLabels(),
        all.getForks() == 0 ? 0 : round.getBenchmarkResults().size(),
        all.getWarmupForks(),
        all.getWarmup(),
        all.getMeasurement(),
        all.getMode(),
        workload(all, subject),
        all.getTimeUnit(),
        all.getOpsPerInvocation(),
        all.getJvm(),
        all.getJvmArgs(),
        all.getJdkVersion(),
        all.getVmName(),
        all.getVmVersion(),
        all.getJmhVersion(),
        all.getTimeout());
  }

  private static WorkloadParams workload(BenchmarkParams all, String subject) {
    WorkloadParams workload = new WorkloadParams();
    for (String key : all.getParamsKeys()) {
      workload.put(key, Runs.isSubject(key) ? subject : all.getParam(key), 0);
    }
    return workload;
  }
}
