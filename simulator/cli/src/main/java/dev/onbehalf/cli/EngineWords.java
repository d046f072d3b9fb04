package dev.onbehalf.cli;

import dev.onbehalf.products.authzen.Comparison;
import dev.onbehalf.products.authzen.Comparison.Difference;
import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** Says whether an engine agrees with the sentences of a file, and where it doesn't. */
record EngineWords(String file, Scenario scenario, String engine) {
  private static final int MOST_SHOWN = 5;

  /** The lines for the user. */
  List<String> lines(Comparison comparison, int drawn) {
    List<Difference> differences = comparison.differences();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s %s of %d requests%s"
            .formatted(
                file,
                engine,
                differences.isEmpty() ? "agrees on all" : "differs on " + differences.size(),
                comparison.asked(),
                notes(comparison, drawn)));
    differences.stream().limit(MOST_SHOWN).forEach(one -> lines.addAll(lines(one)));
    if (differences.size() > MOST_SHOWN) {
      lines.add("  and " + (differences.size() - MOST_SHOWN) + " more");
    }
    return lines.stream().map(PrintableText::escaped).toList();
  }

  private String notes(Comparison comparison, int drawn) {
    String notes =
        scenario.requestCount().bitLength() < Long.SIZE
                && scenario.requestCount().longValue() == drawn
            ? ""
            : ", a sample of every kind out of " + scenario.requestCount();
    int unspecified = drawn - comparison.asked();
    return unspecified == 0 ? notes : notes + "; " + unspecified + " more are unspecified";
  }

  private List<String> lines(Difference difference) {
    boolean permitted = difference.truth() == Truth.PERMITTED;
    return List.of(
        "  it %s what is %s: %s"
            .formatted(
                permitted ? "denies" : "permits",
                difference.truth().word(),
                difference.request().sentence()),
        "    " + difference.deciding().map(this::place).orElse("no sentence speaks of it"));
  }

  private String place(Policy policy) {
    return "%s:%d (%s): %s".formatted(file, policy.line(), policy.id(), policy.text());
  }
}
