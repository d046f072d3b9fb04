package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Strategies against what they cost per credential, per access and in people's hands. */
final class CostTable {
  private static final int GAP = 2;
  private static final String UNKNOWN = Numbers.UNKNOWN;
  private static final List<String> LEGEND =
      List.of(
          "takes: pieces of machinery that must exist, as `explain NAME` lists them",
          "obtain: signatures/verifications/round trips for one credential",
          "per 1,000: tokens minted per 1,000 accesses",
          "p99 ms: latency that obtaining adds to an access, 99th percentile",
          "outlives: mean seconds that calls succeed after user/agent is revoked",
          "standing: credentials; changes: how many when a user joins/a user leaves/an agent"
              + " comes");

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean saturated;
  private final Optional<String> legend;

  private CostTable(SimulationResult result) {
    legend = StrategyWords.legend(result.strategies());
    rows.add(
        List.of("", "takes", "obtain", "per 1,000", "p99 ms", "outlives", "standing", "changes"));
    result.strategies().stream().map(this::row).forEach(rows::add);
    saturated =
        result.strategies().stream()
            .flatMap(strategy -> strategy.cost().workload().stream())
            .anyMatch(WorkloadCost::saturated);
  }

  static void print(SimulationResult result, Page page) {
    if (!result.strategies().isEmpty()) {
      new CostTable(result).print(page);
    }
  }

  private void print(Page page) {
    page.heading("Cost of calls through agents");
    lines().forEach(page::line);
    page.blank();
    LEGEND.forEach(words -> page.line("  " + words, Tone.FAINT));
    legend.ifPresent(words -> page.line("  " + words, Tone.FAINT));
    if (saturated) {
      page.line("  ! calls ask for more than the token service can give", Tone.WARNING);
    }
  }

  private List<String> row(StrategyResult strategy) {
    Cost cost = strategy.cost();
    Standing standing = cost.standing();
    return List.of(
        PrintableText.escaped(strategy.name()),
        String.valueOf(strategy.machinery().size()),
        cost.signatures() + "/" + cost.verifications() + "/" + cost.roundTrips(),
        figure(cost, workload -> Numbers.brief(workload.mintsPer1000Accesses())),
        figure(cost, CostTable::latency),
        figure(cost, CostTable::outliving),
        StrategyWords.marked(standing) + room(standing),
        standing.changedByJoiner()
            + "/"
            + standing.changedByLeaver()
            + "/"
            + standing.changedByAgent());
  }

  /** The digits of those without a mark stand under those of the others. */
  private String room(Standing standing) {
    return legend.isEmpty() || StrategyWords.isMarked(standing) ? "" : " ";
  }

  private static String figure(Cost cost, Function<WorkloadCost, String> words) {
    return cost.workload().map(words).orElse(UNKNOWN);
  }

  private static String latency(WorkloadCost workload) {
    return Numbers.brief(workload.addedLatencyMillis().p99()) + (workload.saturated() ? "!" : "");
  }

  private static String outliving(WorkloadCost workload) {
    return Stream.of(
            workload.secondsAfterRevocation().user(), workload.secondsAfterRevocation().agent())
        .map(CostTable::seconds)
        .reduce((user, agent) -> user + "/" + agent)
        .orElse(UNKNOWN);
  }

  private static String seconds(Optional<Outliving> outliving) {
    return outliving.map(seconds -> Numbers.brief(seconds.mean())).orElse("never");
  }

  /** Names are cut where they would leave no room for the numbers. */
  private List<String> lines() {
    List<String> names = rows.stream().map(row -> row.get(0)).toList();
    List<String> numbers =
        new TextTable(rows.stream().map(row -> row.subList(1, row.size())).toList(), 0).lines();
    int room = Math.min(TextTable.width(names), Page.WIDTH - GAP - TextTable.width(numbers));
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> PrintableText.padded(PrintableText.cut(names.get(i), room), room) + numbers.get(i))
        .map(line -> " ".repeat(GAP) + line)
        .toList();
  }
}
