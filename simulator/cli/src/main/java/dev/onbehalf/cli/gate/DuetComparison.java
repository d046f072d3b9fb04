package dev.onbehalf.cli.gate;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.gate.GateContext.Outcome;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.Acceptance;
import dev.onbehalf.jmh.gate.AllocationGate;
import dev.onbehalf.jmh.gate.ExactGate;
import dev.onbehalf.jmh.gate.ForkPlan;
import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.ForkResult;
import dev.onbehalf.jmh.gate.IncomparableException;
import dev.onbehalf.jmh.gate.Inventory;
import dev.onbehalf.jmh.gate.Role;
import dev.onbehalf.jmh.gate.Row;
import dev.onbehalf.jmh.gate.TimeGate;
import dev.onbehalf.jmh.gate.TimeResult;
import dev.onbehalf.jmh.gate.Verdict;
import dev.onbehalf.reports.gate.GateSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the running build with another one, both measured here and now. */
final class DuetComparison {
  private final GateContext context;
  private final BuildFile baseline;
  private final Acceptance acceptance;
  private final double slowDown;
  private final long seed;
  private final long start = System.nanoTime();

  DuetComparison(GateContext context, BuildFile baseline, double slowDown, long seed) {
    this.context = context;
    this.baseline = baseline;
    this.slowDown = slowDown;
    this.seed = seed;
    acceptance = context.options().acceptance();
  }

  /** Counts, weighs and times. */
  Outcome compare() throws IncomparableException, MeasurementException {
    Inventory before = Inventory.of(baseline.classPath(), context.names());
    Inventory after = context.candidate();
    List<String> shared = after.shared(before);
    ExactResult exact = exact(before, after, shared);
    String load = Machine.load();
    TimeResult times = time(context.options().times() ? shared : List.of());
    List<String> facts = new ArrayList<>();
    facts.add("baseline: " + baseline.words());
    facts.add("this build: " + context.build().words());
    facts.add(
        "both measured here: %s; load %s before timing, %s after"
            .formatted(Machine.words(Machine.environment()), load, Machine.load()));
    facts.addAll(facts(times));
    GateSummary summary =
        new GateSummary(
            headline(exact, times),
            1 + context.options().rule().maxRegression(),
            facts,
            GateWords.counts(before, after, exact),
            GateWords.times(times),
            notes(times));
    return new Outcome(summary, code(exact, times));
  }

  private ExactResult exact(Inventory before, Inventory after, List<String> shared)
      throws MeasurementException {
    List<SortedMap<String, Double>> bytes =
        AllocationGate.measure(this::withinBudget, builds().subList(0, 2), shared);
    return new ExactResult(
        ExactGate.compare(before, after, acceptance),
        AllocationGate.compare(bytes.get(0), bytes.get(1), acceptance),
        true);
  }

  private ForkResult withinBudget(ForkPlan plan) throws MeasurementException {
    return context
        .forks()
        .run(plan, Duration.ofMillis(Math.round(1_000 * Math.max(0, left()))))
        .orElseThrow(
            () ->
                new MeasurementException(
                    "the budget of %.0f s didn't suffice to weigh what is allocated; give more with `--budget`, or name fewer strategies"
                        .formatted(context.options().budgetSeconds())));
  }

  private double left() {
    return context.options().budgetSeconds() - seconds();
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Times both, and that is what a self-test repeats. */
  TimeResult time(List<String> strategies) throws MeasurementException {
    if (strategies.isEmpty()) {
      return new TimeResult(new TreeMap<>(), new TreeMap<>(), 0, 0, List.of());
    }
    GateOptions options = context.options();
    TimeGate.Settings settings =
        new TimeGate.Settings(
            options.rule(), options.purpose(), builds(), Row.all(strategies), seed, left());
    return TimeGate.run(settings, context.forks(), System::nanoTime, context.progress());
  }

  private List<Build> builds() {
    return List.of(
        new Build(Role.BASELINE, baseline.classPath(), 0),
        new Build(Role.CANDIDATE, context.build().classPath(), slowDown),
        new Build(Role.TWIN, baseline.classPath(), 0));
  }

  private List<String> facts(TimeResult times) {
    List<String> facts = new ArrayList<>();
    if (times.forks() > 0) {
      facts.add(
          "%s, %.0f s of a budget of %.0f s, seed %d, %s"
              .formatted(
                  GateWords.counted(times.forks(), "fork"),
                  seconds(),
                  context.options().budgetSeconds(),
                  seed,
                  context.options().purpose().words()));
      facts.add("A/A check: " + twins(times));
    }
    if (slowDown > 0) {
      facts.add(String.format(Locale.ROOT, "slowed down on purpose by %.0f %%", 100 * slowDown));
    }
    return facts;
  }

  private static String twins(TimeResult times) {
    List<String> words = new ArrayList<>();
    times
        .twins()
        .forEach(
            (benchmark, ratios) ->
                words.add(
                    String.format(
                        Locale.ROOT,
                        "%+.1f %% (%s)",
                        100 * (ratios.median() - 1),
                        benchmark.words())));
    return "the baseline differs from itself by " + String.join(", ", words);
  }

  private String headline(ExactResult exact, TimeResult times) {
    List<String> failures = new ArrayList<>();
    exact.failure().ifPresent(failures::add);
    slower(times).ifPresent(failures::add);
    if (!failures.isEmpty()) {
      return "REGRESSION: " + String.join("; ", failures);
    }
    if (!times.isValid()) {
      return "INVALID: the baseline differs from itself, so that no time means anything here";
    }
    long open = count(times, Verdict.INCONCLUSIVE);
    if (open > 0) {
      return "INCONCLUSIVE: %d of %d timed rows are undecided".formatted(open, times.rows().size());
    }
    return "PASS: " + passed(times);
  }

  private static Optional<String> slower(TimeResult times) {
    long slower = times.isValid() ? count(times, Verdict.REGRESSION) : 0;
    return slower == 0
        ? Optional.empty()
        : Optional.of("%d of %d timed rows slower".formatted(slower, times.rows().size()));
  }

  private String passed(TimeResult times) {
    String counts = "no unexplained change of counts or bytes";
    if (times.forks() == 0) {
      return counts + "; no time was measured";
    }
    long improved = count(times, Verdict.IMPROVED);
    return "%s, and no row slower by %.0f %%%s"
        .formatted(
            counts,
            100 * context.options().rule().maxRegression(),
            improved == 0 ? "" : "; " + GateWords.counted(improved, "row") + " improved");
  }

  private static long count(TimeResult times, Verdict verdict) {
    return times.rows().values().stream().filter(row -> row.verdict() == verdict).count();
  }

  private List<String> notes(TimeResult times) {
    List<String> notes = new ArrayList<>();
    if (!times.leftOut().isEmpty()) {
      notes.add(
          "the budget didn't suffice for %d rows, which were left out; give more with `--budget`, or name fewer strategies"
              .formatted(times.leftOut().size()));
    }
    acceptance
        .unused()
        .forEach(word -> notes.add("`--accept %s` explains nothing that changed".formatted(word)));
    notes.add(
        "own code: a call whose signatures cost nothing; ~: no change lies within the bounds; a row passes when a slowdown of %.0f %% is ruled out"
            .formatted(100 * context.options().rule().maxRegression()));
    return notes;
  }

  private static ExitCode code(ExactResult exact, TimeResult times) {
    ExitCode time =
        !times.isValid() || times.has(Verdict.INCONCLUSIVE)
            ? ExitCode.MEASUREMENT_INCONCLUSIVE
            : ExitCode.OK;
    boolean failed = exact.failure().isPresent() || slower(times).isPresent();
    return failed ? ExitCode.EXPECTATION_FAILED.or(time) : time;
  }
}
