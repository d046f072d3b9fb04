package dev.onbehalf.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.simulation.live.CallSteps;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * What came out of measuring strategies.
 *
 * @param timings by the name of the strategy
 * @param jmhJson the result file of JMH, which its viewers can load
 */
public record Measurement(Map<String, Timing> timings, String jmhJson) {
  public Measurement {
    timings = Map.copyOf(timings);
  }

  /**
   * Measures the strategies of these names.
   *
   * @throws MeasurementException when a measuring process dies, hangs or can't be trusted
   */
  public static Measurement run(List<String> strategies, Plan plan, Progress progress)
      throws MeasurementException {
    return run(strategies, plan, progress, Runs.PATIENCE);
  }

  static Measurement run(List<String> strategies, Plan plan, Progress progress, Duration patience)
      throws MeasurementException {
    Collection<RunResult> results =
        new Runs(CallBenchmark.class, "strategy", strategies, plan, patience).run(progress);
    Map<String, Timing> timings = new TreeMap<>();
    for (String strategy : strategies) {
      timings.put(strategy, timing(strategy, plan, results));
    }
    return new Measurement(timings, json(results));
  }

  /** What a strategy costs that was measured. */
  public Timing timing(String strategy) {
    return Optional.ofNullable(timings.get(strategy)).orElseThrow();
  }

  /** The steps that are measured, to be counted instead. */
  public static CallSteps steps(String strategy, Plan plan) {
    return CallBenchmark.steps(strategy, plan.provider(), plan.signing());
  }

  private static Timing timing(String strategy, Plan plan, Collection<RunResult> results)
      throws MeasurementException {
    Operation obtain = operation("obtain", strategy, results);
    return new Timing(
        plan.mode().word(),
        plan.provider().name(),
        plan.signing().name(),
        obtain.forkNanos().size(),
        obtain,
        operation("verify", strategy, results),
        operation("decide", strategy, results),
        operation("access", strategy, results),
        Optional.empty());
  }

  private static Operation operation(String step, String strategy, Collection<RunResult> results)
      throws MeasurementException {
    Optional<RunResult> result =
        results.stream()
            .filter(run -> Runs.subject(run.getParams()).equals(strategy))
            .filter(run -> run.getParams().getBenchmark().endsWith("." + step))
            .findFirst();
    if (result.isEmpty()) {
      throw new MeasurementException("`%s %s` was not measured".formatted(step, strategy));
    }
    return Statistics.of(result.get());
  }

  private static String json(Collection<RunResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(bytes, false, UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, stream).writeOut(results);
    }
    return bytes.toString(UTF_8);
  }
}
