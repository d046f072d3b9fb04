package dev.onbehalf.cli.gate;

import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.gate.GateContext.Outcome;
import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.Acceptance;
import dev.onbehalf.jmh.gate.AllocationGate;
import dev.onbehalf.jmh.gate.ExactGate;
import dev.onbehalf.jmh.gate.ExactGate.Difference;
import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.IncomparableException;
import dev.onbehalf.jmh.gate.Inventory;
import dev.onbehalf.jmh.gate.Role;
import dev.onbehalf.jmh.gate.Row;
import dev.onbehalf.jmh.gate.SavedBaseline;
import dev.onbehalf.jmh.gate.TimeAdvice;
import dev.onbehalf.reports.gate.GateSummary;
import dev.onbehalf.reports.gate.GateSummary.TimeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the running build with a saved baseline; its times, of another day, only advise. */
final class SavedComparison {
  private final GateContext context;
  private final String file;
  private final SavedBaseline saved;
  private final Acceptance acceptance;
  private final SortedMap<String, String> here = Machine.environment();

  SavedComparison(GateContext context, String file, SavedBaseline saved) {
    this.context = context;
    this.file = file;
    this.saved = saved;
    acceptance = context.options().acceptance();
  }

  /** Counts and weighs, and times for advice. */
  Outcome compare() throws IncomparableException, MeasurementException {
    Inventory before = restricted(saved.inventory());
    Inventory after = context.candidate();
    ExactResult exact = exact(before, after);
    List<TimeLine> advice = context.options().times() ? advice(after.shared(before)) : List.of();
    GateSummary summary =
        new GateSummary(
            exact
                .failure()
                .map(words -> "REGRESSION: " + words)
                .orElse("PASS: no unexplained change of counts" + bytesWords()),
            1 + context.options().rule().maxRegression(),
            facts(),
            GateWords.counts(before, after, exact),
            advice,
            notes(advice));
    boolean failed = exact.failure().isPresent();
    return new Outcome(summary, failed ? ExitCode.EXPECTATION_FAILED : ExitCode.OK);
  }

  private Inventory restricted(Inventory inventory) {
    TreeMap<String, dev.onbehalf.jmh.gate.Counts> kept = new TreeMap<>(inventory.strategies());
    if (!context.names().isEmpty()) {
      kept.keySet().retainAll(context.names());
    }
    return new Inventory(kept);
  }

  private ExactResult exact(Inventory before, Inventory after) throws MeasurementException {
    List<String> shared = after.shared(before);
    List<Difference> differences = new ArrayList<>(ExactGate.compare(before, after, acceptance));
    differences.addAll(
        ExactGate.compareRows(saved.nanos().keySet(), new TreeSet<>(Row.all(shared)), acceptance));
    SortedMap<String, Double> bytes =
        AllocationGate.measure(context.forks(), List.of(build()), shared).get(0);
    return new ExactResult(
        differences, AllocationGate.compare(saved.bytes(), bytes, acceptance), allocatesAlike());
  }

  private boolean allocatesAlike() {
    return Machine.allocatesAlike(saved.environment(), here);
  }

  private Build build() {
    return new Build(Role.CANDIDATE, context.build().classPath(), context.options().slowDown());
  }

  private List<TimeLine> advice(List<String> strategies) throws MeasurementException {
    SortedMap<Row, List<Double>> now =
        TimeAdvice.measure(
            context.forks(),
            build(),
            Row.all(strategies),
            context.options().seed(),
            context.progress());
    return GateWords.advice(TimeAdvice.compare(saved.nanos(), now));
  }

  private String bytesWords() {
    return allocatesAlike() ? " or bytes" : "; bytes of another Java only advise";
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add("baseline: %s, of %s".formatted(file, BuildFile.words(saved.artifact())));
    facts.add("this build: " + context.build().words());
    facts.add("here: %s; load %s".formatted(Machine.words(here), Machine.load()));
    List<String> differences = Machine.differences(saved.environment(), here);
    if (differences.isEmpty()) {
      facts.add("the baseline is of the same environment in every field");
    }
    differences.forEach(difference -> facts.add("other environment: " + difference));
    return facts;
  }

  private List<String> notes(List<TimeLine> advice) {
    List<String> notes = new ArrayList<>();
    notes.add(
        advice.isEmpty()
            ? "no time was compared"
            : "times of a saved baseline only advise; `--against` its jar gates them");
    acceptance
        .unused()
        .forEach(word -> notes.add("`--accept %s` explains nothing that changed".formatted(word)));
    return notes;
  }
}
