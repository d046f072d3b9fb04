package dev.onbehalf.jmh;

import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** Hands the times of steps to JMH, which brings them from the measuring process to the asker. */
public final class StepProfiler implements InternalProfiler {
  @Override
  public String getDescription() {
    return "times of steps that are measured in turns";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    Steps.current().ifPresent(Steps::restart);
  }

  @Override
  public List<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Steps.current().map(Steps::results).orElse(List.of());
  }
}
