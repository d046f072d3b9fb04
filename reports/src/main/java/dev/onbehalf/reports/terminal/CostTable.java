package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import dev.onbehalf.text.PrintableText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Strategies against what they cost per credential, per access and in people's hands. */
final class CostTable {
  private static final int GAP = 2;
  private static final String UNKNOWN = "–";
  private static final List<String> LEGEND =
      List.of(
          "obtain: signatures/verifications/round trips for one credential",
          "per 1,000: tokens minted per 1,000 accesses; hits: accesses that find theirs cached",
          "p99 ms: latency that obtaining adds to an access, 99th percentile",
          "outlives: mean seconds that calls succeed after user/agent is revoked",
          "standing: credentials; changes: how many when a user joins/a user leaves/an agent comes");

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean saturated;
  private final Optional<String> legend;

  private CostTable(SimulationResult result) {
    rows.add(
        List.of("", "obtain", "per 1,000", "hits", "p99 ms", "outlives", "standing", "changes"));
    result.strategies().stream().map(CostTable::row).forEach(rows::add);
    saturated =
        result.strategies().stream()
            .flatMap(strategy -> strategy.cost().workload().stream())
            .anyMatch(WorkloadCost::saturated);
    legend = StrategyWords.legend(result.strategies());
  }

  static void print(SimulationResult result, Page page) {
    if (!result.strategies().isEmpty()) {
      new CostTable(result).print(page);
    }
  }

  private void print(Page page) {
    page.heading("Cost of calls through agents");
    rows.forEach(row -> page.line(StyledText.of(line(row))));
    page.blank();
    LEGEND.forEach(words -> page.line(new StyledText("  " + words, Tone.FAINT)));
    legend.ifPresent(words -> page.line(new StyledText("  " + words, Tone.FAINT)));
    if (saturated) {
      page.line(
          new StyledText("  ! calls ask for more than the token service can give", Tone.WARNING));
    }
  }

  private static List<String> row(StrategyResult strategy) {
    Cost cost = strategy.cost();
    Standing standing = cost.standing();
    return List.of(
        PrintableText.escaped(strategy.name()),
        cost.signatures() + "/" + cost.verifications() + "/" + cost.roundTrips(),
        figure(cost, workload -> number(workload.mintsPer1000Accesses())),
        figure(cost, CostTable::hits),
        figure(cost, CostTable::latency),
        figure(cost, CostTable::outliving),
        StrategyWords.marked(standing),
        standing.changedByJoiner()
            + "/"
            + standing.changedByLeaver()
            + "/"
            + standing.changedByAgent());
  }

  private static String figure(Cost cost, Function<WorkloadCost, String> words) {
    return cost.workload().map(words).orElse(UNKNOWN);
  }

  /** Cut off, not rounded: 100% means that every call finds its credential. */
  private static String hits(WorkloadCost workload) {
    return BigDecimal.valueOf(workload.cacheHitRate())
            .movePointRight(2)
            .setScale(2, RoundingMode.DOWN)
            .toPlainString()
            .replaceFirst("\\.?0+$", "")
        + "%";
  }

  private static String latency(WorkloadCost workload) {
    return number(workload.addedLatencyMillis().p99()) + (workload.saturated() ? "!" : "");
  }

  private static String outliving(WorkloadCost workload) {
    return Stream.of(
            workload.secondsAfterRevocation().user(), workload.secondsAfterRevocation().agent())
        .map(CostTable::seconds)
        .reduce((user, agent) -> user + "/" + agent)
        .orElse(UNKNOWN);
  }

  private static String seconds(Optional<Outliving> outliving) {
    return outliving.map(seconds -> number(seconds.mean())).orElse("never");
  }

  /** The number with three digits, or more where it has more before the point. */
  private static String number(double number) {
    int decimals = number < 10 ? 2 : number < 100 ? 1 : 0;
    BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 1; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(" ".repeat(GAP + width(column) - PrintableText.width(cell))).append(cell);
    }
    int room = Math.min(width(0), Page.WIDTH - GAP - PrintableText.width(line.toString()));
    return " ".repeat(GAP) + PrintableText.padded(PrintableText.cut(row.get(0), room), room) + line;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> PrintableText.width(row.get(column))).max().orElse(0);
  }
}
