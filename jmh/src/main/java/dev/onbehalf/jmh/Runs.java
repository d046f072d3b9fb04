package dev.onbehalf.jmh;

import dev.onbehalf.simulation.result.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs JMH from inside this process, in forks that inherit nothing that could change the times.
 *
 * @param benchmarks the class of the benchmarks
 * @param subject the name of the parameter that lists the subjects
 * @param patience how long a fork may be silent
 */
record Runs(
    Class<?> benchmarks, String subject, List<String> subjects, Plan plan, Duration patience) {
  /** How long a fork may be silent, however busy the machine is. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<String> SUBJECTS = List.of("strategy", "library");

  // No name of a strategy has it.
  private static final String SEPARATOR = ",";

  // The compiler must be the whole one and the heap the same, whatever this process was given.
  private static final List<String> JVM_ARGUMENTS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=4",
          // On a busy machine the compiler would come too late.
          "-XX:-BackgroundCompilation",
          "-Djmh.ignoreLock=true");

  // Every Java process obeys these, and no measurement can shake them off.
  private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  static {
    // Another JMH on the machine disturbs the times, but is no reason to have none.
    System.setProperty("jmh.ignoreLock", "true");
  }

  Runs {
    subjects = List.copyOf(subjects);
  }

  /** The value of the parameter that says whose costs are measured. */
  static String subject(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .filter(Runs::isSubject)
        .map(params::getParam)
        .findFirst()
        .orElse("");
  }

  /** Whether the parameter says whose costs are measured. */
  static boolean isSubject(String parameter) {
    return SUBJECTS.contains(parameter);
  }

  /** The subjects of the parameter's value. */
  static List<String> split(String subjects) {
    return List.of(subjects.split(SEPARATOR, -1));
  }

  /** Measures every subject; one result for each of its steps. */
  Collection<RunResult> run(Progress progress) throws MeasurementException {
    requireHarmless(System.getenv());
    try (Watchdog watchdog = new Watchdog(patience)) {
      long iterations = (long) plan.mode().allIterations() * groups().length;
      Listener listener = new Listener(progress, watchdog::pat, iterations);
      try {
        return Splitting.of(rounds(listener));
      } catch (RunnerException e) {
        throw failure(listener, watchdog, e);
      }
    }
  }

  private List<RunResult> rounds(Listener listener) throws RunnerException {
    List<RunResult> rounds = new ArrayList<>();
    for (String group : groups()) {
      rounds.addAll(rounds(group, listener));
    }
    return rounds;
  }

  /** As many forks as it takes for them to agree, within bounds of the mode and its budget. */
  private List<RunResult> rounds(String group, Listener listener) throws RunnerException {
    long start = System.nanoTime();
    long longest = 0;
    List<RunResult> rounds = new ArrayList<>();
    while (rounds.isEmpty() || !isEnough(rounds, millisSince(start) + longest)) {
      long before = millisSince(start);
      rounds.addAll(new Runner(options(group).build(), listener).run());
      longest = Math.max(longest, millisSince(start) - before);
    }
    return rounds;
  }

  private boolean isEnough(List<RunResult> rounds, long millisWithAnother) {
    return rounds.size() >= plan.mode().mostForks()
        || millisWithAnother > plan.mode().budgetMillis()
        || (rounds.size() >= plan.mode().fewestForks() && isPrecise(rounds));
  }

  private static boolean isPrecise(List<RunResult> rounds) {
    return Splitting.of(rounds).stream().allMatch(Statistics::isPrecise);
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** Refuses options that do more than set system properties: they could change the times. */
  static void requireHarmless(Map<String, String> environment) throws MeasurementException {
    for (String variable : VARIABLES) {
      String options = environment.getOrDefault(variable, "").strip();
      if (!options.isEmpty() && !Stream.of(options.split("\\s+")).allMatch(Runs::isHarmless)) {
        throw new MeasurementException(
            "expected no `%s` that changes how Java runs; unset it, or measure nothing with `--no-bench`"
                .formatted(variable));
      }
    }
  }

  private static boolean isHarmless(String option) {
    return option.startsWith("-D") && !option.startsWith("-Djava.security");
  }

  private String[] groups() {
    return plan.mode().groups(subjects).stream()
        .map(group -> String.join(SEPARATOR, group))
        .toArray(String[]::new);
  }

  private ChainedOptionsBuilder options(String group) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
            .param(subject, group)
            .param("provider", plan.provider().name())
            .param("signing", plan.signing().name())
            .mode(Mode.AverageTime)
            .shouldFailOnError(true)
            .addProfiler(StepProfiler.class)
            .jvmArgs(JVM_ARGUMENTS.toArray(String[]::new))
            .jvmArgsAppend(
                "-D" + Steps.WARM_UP_BLOCK + "=" + plan.mode().warmUpBlockMillis(),
                "-D" + Steps.WARM_UP_END + "=" + plan.mode().warmUpEndMillis());
    return plan.mode().applyTo(options);
  }

  /** JMH wraps what happened several times. */
  private static String reason(Throwable thrown) {
    Optional<Throwable> inner =
        Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()))
            .findFirst();
    return inner.map(Runs::reason).orElse(String.valueOf(thrown.getMessage()));
  }

  private MeasurementException failure(Listener listener, Watchdog watchdog, RunnerException e) {
    String what =
        watchdog.hasBitten()
            ? "its process said nothing for %d s and was ended".formatted(patience.toSeconds())
            : listener.complaint().orElse(reason(e));
    return new MeasurementException(
        "measuring `%s` failed: %s".formatted(listener.benchmark(), what));
  }
}
