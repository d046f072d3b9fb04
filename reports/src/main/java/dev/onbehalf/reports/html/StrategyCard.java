package dev.onbehalf.reports.html;

import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.reports.words.Place;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One strategy: what it proves, what it costs, what it can't do.
 *
 * @param rank its place in the order of cost, from 1
 * @param shortfalls the policies it falls short of
 */
public record StrategyCard(
    StrategyResult strategy, int rank, Place place, String anchor, List<Shortfall> shortfalls) {
  static List<StrategyCard> of(SimulationResult result, List<Matrix.Row> matrix) {
    List<StrategyCard> cards = new ArrayList<>();
    for (StrategyResult strategy : result.strategies()) {
      cards.add(
          new StrategyCard(
              strategy,
              cards.size() + 1,
              Place.of(result, strategy),
              anchor(result, strategy),
              shortfalls(matrix, cards.size())));
    }
    return cards;
  }

  /** Whether the verdict is to use it. */
  public boolean recommended() {
    return place == Place.RECOMMENDED;
  }

  /** The heading of the strategies that stand beside it; none for the recommended one. */
  public String group() {
    return switch (place) {
      case CHEAPER -> "Cheaper, but not enough";
      case RECOMMENDED -> "";
      case DEARER -> "Not cheaper";
    };
  }

  /** Whether its standing credentials grow with a product. */
  public boolean multiplied() {
    return StrategyWords.isMarked(strategy.cost().standing());
  }

  /** How its standing credentials grow. */
  public String growing() {
    return "growing with " + StrategyWords.with(strategy.cost().standing().growth());
  }

  static String anchor(SimulationResult result, StrategyResult strategy) {
    return "use-" + Anchors.strategy(result.strategies(), strategy);
  }

  /** What an administrator's consents spare the users; empty where none is given. */
  public String spared() {
    Map<String, Integer> kinds = strategy.cost().standing().kinds();
    int consents = kinds.getOrDefault("administrator's consent", 0);
    int users = kinds.getOrDefault("user account", 0);
    return consents == 0
        ? ""
        : "%d instead of %d, growing with a product".formatted(users * consents, consents);
  }

  /** Where calls are decided on. */
  public String points() {
    return StrategyWords.points(strategy);
  }

  /** Whether calls are decided on elsewhere, too, than at the resource. */
  public boolean decidesElsewhere() {
    return StrategyWords.decidesElsewhere(strategy);
  }

  /** The policies that are enforced, by where: {@code p1, p2 at the resource}. */
  public List<String> enforcedAt() {
    Map<String, List<String>> policies =
        strategy.policies().stream()
            .filter(PolicyScore::enforced)
            .collect(
                Collectors.groupingBy(
                    score -> StrategyWords.joined(score.enforcedAt(), " and "),
                    LinkedHashMap::new,
                    Collectors.mapping(PolicyScore::id, Collectors.toList())));
    return policies.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + " at the " + entry.getKey())
        .toList();
  }

  /** Tokens minted per 1,000 accesses; empty when no workload was simulated. */
  public String minted() {
    return strategy
        .cost()
        .workload()
        .map(cost -> Numbers.of(cost.mintsPer1000Accesses()))
        .orElse("");
  }

  /** How long calls succeed after a revocation; empty when no workload was simulated. */
  public String outliving() {
    return strategy
        .cost()
        .workload()
        .map(WorkloadCost::secondsAfterRevocation)
        .map(
            after ->
                "the user: %s; the agent: %s".formatted(words(after.user()), words(after.agent())))
        .orElse("");
  }

  private static String words(Optional<Outliving> outliving) {
    return outliving.isEmpty() ? "never" : "after " + Numbers.outliving(outliving) + " s";
  }

  private static List<Shortfall> shortfalls(List<Matrix.Row> matrix, int column) {
    return matrix.stream()
        .filter(row -> row.cells().get(column).outcome().failed())
        .map(row -> new Shortfall(row, row.cells().get(column)))
        .toList();
  }

  /** A policy that the strategy can't enforce, or only while callers are honest. */
  public record Shortfall(Matrix.Row row, Matrix.Cell cell) {}
}
