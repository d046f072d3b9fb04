package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.TruthChange;
import dev.onbehalf.simulation.result.TruthChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** What two versions of a scenario differ in. */
public final class DiffReport {
  private final SimulationResult old;
  private final SimulationResult now;
  private final Page page;

  private DiffReport(SimulationResult old, SimulationResult now, Style style) {
    this.old = old;
    this.now = now;
    page = new Page(style);
  }

  /** The differences: calls first, newly permitted ones before the others. */
  public static String render(
      SimulationResult old, SimulationResult now, List<TruthChange> changes, Style style) {
    DiffReport report = new DiffReport(old, now, style);
    report.summary(changes);
    for (Kind kind : Kind.values()) {
      report.calls(kind, changes.stream().filter(change -> change.kind() == kind).toList());
    }
    report.policies();
    report.verdict();
    report.expectations();
    return report.page.text();
  }

  private void summary(List<TruthChange> changes) {
    page.wrapped(
        "",
        "%s: %s newly permitted, %d no longer, %d otherwise changed"
            .formatted(
                now.scenario().name(),
                counted(count(changes, Kind.NEWLY_PERMITTED)),
                count(changes, Kind.NO_LONGER_PERMITTED),
                count(changes, Kind.OTHER)),
        Tone.STRONG);
  }

  private static long count(List<TruthChange> changes, Kind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .mapToLong(TruthChange::calls)
        .sum();
  }

  private static String counted(long calls) {
    return TerminalReport.counted(calls, "call", "calls");
  }

  private void calls(Kind kind, List<TruthChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    page.heading(
        switch (kind) {
          case NEWLY_PERMITTED -> "Newly permitted";
          case NO_LONGER_PERMITTED -> "No longer permitted";
          case OTHER -> "Otherwise changed";
        });
    changes.forEach(this::call);
  }

  private void call(TruthChange change) {
    String such = change.calls() == 1 ? ": " : ", such as ";
    page.wrapped("  ", counted(change.calls()) + such + change.example().sentence());
    String was = reason(change.before(), change.beforeBy(), old);
    String is = reason(change.after(), change.afterBy(), now);
    page.wrapped("    was ", was);
    page.wrapped("    is  ", is);
  }

  private static String reason(
      Optional<Truth> truth, Optional<Policy> by, SimulationResult result) {
    String place =
        by.map(
                policy ->
                    " by %s:%d: %s"
                        .formatted(result.scenario().file(), policy.line(), policy.text()))
            .orElse("");
    return truth.map(ResultWords::words).orElse("no call of the scenario")
        + (truth.equals(Optional.of(Truth.DENIED)) && by.isEmpty() ? " by default" : place);
  }

  private void policies() {
    List<PolicyFacts> gone = without(old.policies(), now.policies());
    List<PolicyFacts> added = without(now.policies(), old.policies());
    if (gone.isEmpty() && added.isEmpty()) {
      return;
    }
    page.heading("Policies");
    gone.forEach(policy -> page.wrapped("  - ", sentence(policy, old)));
    added.forEach(policy -> page.wrapped("  + ", sentence(policy, now)));
  }

  private static String sentence(PolicyFacts policy, SimulationResult result) {
    return "%s:%d: %s".formatted(result.scenario().file(), policy.line(), policy.text());
  }

  /** The sentences that the others don't have, or have fewer times. */
  private static List<PolicyFacts> without(List<PolicyFacts> policies, List<PolicyFacts> others) {
    List<String> left = new ArrayList<>(others.stream().map(PolicyFacts::text).toList());
    return policies.stream().filter(policy -> !left.remove(policy.text())).toList();
  }

  private void verdict() {
    Map<String, String> before = verdict(old);
    Map<String, String> after = verdict(now);
    changed("Verdict", before, after, "no such action");
  }

  private static Map<String, String> verdict(SimulationResult result) {
    Map<String, String> verdict = new LinkedHashMap<>();
    verdict.put("recommended", result.verdict().recommended().orElse("none"));
    verdict.put("on-behalf-of", ResultWords.words(result.verdict().onBehalfOf()));
    for (Boundary boundary : result.boundary()) {
      verdict.put(
          "needs of %s %s".formatted(boundary.action(), boundary.resource()),
          boundary.needs().word());
    }
    return verdict;
  }

  private void expectations() {
    changed("Expectations", expectations(old), expectations(now), "not expected");
  }

  private static Map<String, String> expectations(SimulationResult result) {
    Map<String, String> expectations = new LinkedHashMap<>();
    for (ExpectationResult one : result.expectations()) {
      expectations.put(
          one.what(),
          one.held() ? one.expected() : "%s, but found %s".formatted(one.expected(), one.found()));
    }
    return expectations;
  }

  /** Members that differ; {@code absent} stands for one that a version doesn't have. */
  private void changed(
      String heading, Map<String, String> before, Map<String, String> after, String absent) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    if (!names.isEmpty()) {
      page.heading(heading);
      names.forEach(
          name ->
              page.wrapped(
                  "  ",
                  "%s: %s → %s"
                      .formatted(
                          name,
                          before.getOrDefault(name, absent),
                          after.getOrDefault(name, absent))));
    }
  }
}
