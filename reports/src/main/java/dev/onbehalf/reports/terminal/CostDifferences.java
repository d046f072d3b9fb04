package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import dev.onbehalf.text.PrintableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The costs that differ between two strategies, side by side, and those that are alike. */
final class CostDifferences {
  private static final int MOST_NAME = 26;
  private static final int MOST_FIGURE = 29;
  private static final String UNKNOWN = Numbers.UNKNOWN;

  private final List<String> names;
  private final Optional<String> legend;
  private final Map<String, String> left;
  private final Map<String, String> right;

  CostDifferences(StrategyResult left, StrategyResult right) {
    this.names = List.of(name(left), name(right));
    this.legend = StrategyWords.legend(List.of(left, right));
    this.left = figures(left.cost());
    this.right = figures(right.cost());
  }

  void print(Page page) {
    List<String> all = List.copyOf(left.keySet());
    List<String> alike = all.stream().filter(this::isAlike).toList();
    if (alike.size() < all.size()) {
      page.heading("Costs that differ");
      print("", names.get(0), names.get(1), page);
      all.stream()
          .filter(what -> !isAlike(what))
          .forEach(what -> print(what, figure(left, what), figure(right, what), page));
    }
    if (!alike.isEmpty()) {
      page.heading("Costs that are alike");
      alike.forEach(what -> print(what, figure(left, what), "", page));
    }
    legend.ifPresent(
        words -> {
          page.blank();
          page.line("  " + words, Tone.FAINT);
        });
  }

  private boolean isAlike(String what) {
    return figure(left, what).equals(figure(right, what));
  }

  private static String figure(Map<String, String> figures, String what) {
    return figures.getOrDefault(what, UNKNOWN);
  }

  /** A figure that is too long for its column goes on below. */
  private void print(String what, String one, String other, Page page) {
    List<String> ones = Page.wrap(one, MOST_FIGURE);
    List<String> others = Page.wrap(other, MOST_FIGURE);
    for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
      page.line(line(i == 0 ? what : "", part(ones, i), part(others, i)));
    }
  }

  private static String part(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  private String line(String what, String one, String other) {
    int label = TextTable.width(List.copyOf(left.keySet()));
    return "  "
        + PrintableText.padded(what, label)
        + "  "
        + PrintableText.padded(one, Math.max(width(left), PrintableText.width(names.get(0))))
        + "  "
        + other;
  }

  private static int width(Map<String, String> figures) {
    return Math.min(TextTable.width(List.copyOf(figures.values())), MOST_FIGURE);
  }

  private static String name(StrategyResult strategy) {
    return PrintableText.cut(PrintableText.escaped(strategy.name()), MOST_NAME);
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
        workload.map(cost -> Numbers.exact(cost.mintsPer1000Accesses())).orElse(UNKNOWN));
    figures.put(
        "latency added to an access, p99 ms",
        workload.map(cost -> Numbers.exact(cost.addedLatencyMillis().p99())).orElse(UNKNOWN));
    figures.put(
        "outlives a revoked user, s",
        workload.map(cost -> seconds(cost.secondsAfterRevocation().user())).orElse(UNKNOWN));
    figures.put(
        "outlives a revoked agent, s",
        workload.map(cost -> seconds(cost.secondsAfterRevocation().agent())).orElse(UNKNOWN));
  }

  private static void add(Standing standing, Map<String, String> figures) {
    figures.put("standing credentials", StrategyWords.marked(standing));
    figures.put("clients registered", String.valueOf(standing.registrations()));
    figures.put("policy entries", standing.policyEntries().map(String::valueOf).orElse(UNKNOWN));
    figures.put("changes when a user joins", String.valueOf(standing.changedByJoiner()));
    figures.put("changes when a user leaves", String.valueOf(standing.changedByLeaver()));
    figures.put("changes when an agent comes", String.valueOf(standing.changedByAgent()));
  }

  private static String seconds(Optional<Outliving> outliving) {
    return outliving.map(seconds -> Numbers.exact(seconds.mean())).orElse("never");
  }
}
