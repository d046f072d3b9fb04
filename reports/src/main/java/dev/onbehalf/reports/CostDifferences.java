package dev.onbehalf.reports;

import dev.onbehalf.simulation.SimulationResult.Cost;
import dev.onbehalf.simulation.SimulationResult.Standing;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.workload.WorkloadCost;
import dev.onbehalf.simulation.workload.WorkloadCost.Outliving;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The costs that differ between two strategies, side by side. */
final class CostDifferences {
  private static final int MOST_NAME = 26;
  private static final String UNKNOWN = "–";

  private final List<String> names;
  private final Map<String, String> left;
  private final Map<String, String> right;

  CostDifferences(StrategyResult left, StrategyResult right) {
    this.names = List.of(name(left), name(right));
    this.left = figures(left.cost());
    this.right = figures(right.cost());
  }

  void print(Page page) {
    page.heading("Costs");
    page.line(Span.of(line("", names.get(0), names.get(1))));
    left.forEach((what, figure) -> print(what, figure, right.getOrDefault(what, UNKNOWN), page));
    String alike =
        left.entrySet().stream()
            .filter(entry -> entry.getValue().equals(right.get(entry.getKey())))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("; "));
    if (!alike.isEmpty()) {
      page.wrapped(Span.of("  "), new Span("alike: " + alike, Tone.FAINT));
    }
  }

  private void print(String what, String one, String other, Page page) {
    if (!one.equals(other)) {
      page.line(Span.of(line(what, one, other)));
    }
  }

  private String line(String what, String one, String other) {
    int label = left.keySet().stream().mapToInt(Printable::width).max().orElse(0);
    return "  "
        + Printable.padded(what, label)
        + "  "
        + Printable.padded(one, Math.max(width(left), Printable.width(names.get(0))))
        + "  "
        + other;
  }

  private static int width(Map<String, String> figures) {
    return figures.values().stream().mapToInt(Printable::width).max().orElse(0);
  }

  private static String name(StrategyResult strategy) {
    return Printable.cut(Printable.text(strategy.name()), MOST_NAME);
  }

  private static Map<String, String> figures(Cost cost) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("signatures to obtain", String.valueOf(cost.signatures()));
    figures.put("verifications to obtain", String.valueOf(cost.verifications()));
    figures.put("round trips to obtain", String.valueOf(cost.roundTrips()));
    figures.put("bytes of tokens presented", String.valueOf(cost.tokenBytes()));
    figures.put("cached by", cost.cachedBy().isEmpty() ? "nothing" : words(cost.cachedBy()));
    add(cost.workload(), figures);
    add(cost.standing(), figures);
    return figures;
  }

  private static String words(List<String> keys) {
    return String.join(", ", keys);
  }

  private static void add(Optional<WorkloadCost> workload, Map<String, String> figures) {
    figures.put(
        "tokens minted per 1,000 accesses",
        workload.map(cost -> number(cost.mintsPer1000Accesses())).orElse(UNKNOWN));
    figures.put(
        "added latency, p99, ms",
        workload.map(cost -> number(cost.addedLatencyMillis().p99())).orElse(UNKNOWN));
    figures.put(
        "s until a revoked user is out",
        workload.map(cost -> seconds(cost.secondsAfterRevocation().user())).orElse(UNKNOWN));
    figures.put(
        "s until a revoked agent is out",
        workload.map(cost -> seconds(cost.secondsAfterRevocation().agent())).orElse(UNKNOWN));
  }

  private static void add(Standing standing, Map<String, String> figures) {
    figures.put("standing credentials", String.valueOf(standing.credentials()));
    figures.put("their growth", standing.growth());
    figures.put("clients registered", String.valueOf(standing.registrations()));
    figures.put("policy entries", standing.policyEntries().map(String::valueOf).orElse(UNKNOWN));
    figures.put("changes when a user joins", String.valueOf(standing.changedByJoiner()));
    figures.put("changes when a user leaves", String.valueOf(standing.changedByLeaver()));
    figures.put("changes when an agent comes", String.valueOf(standing.changedByAgent()));
  }

  private static String seconds(Optional<Outliving> outliving) {
    return outliving.map(seconds -> number(seconds.mean())).orElse("never");
  }

  private static String number(double number) {
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
