package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results as a table in CSV (RFC 4180): a row for each scenario, strategy and policy, and one for
 * each strategy that failed.
 */
public final class CsvReport {
  private static final List<String> COLUMNS =
      List.of(
          ("scenario file line policy text strategy outcome enforced withstands recommended"
                  + " signatures roundTrips verifications standingCredentials growth witness"
                  + " decidedAt enforcedAt believes error")
              .split(" ", -1));

  private CsvReport() {}

  /** The table, with a header. */
  public static String render(List<SimulationResult> results) {
    StringBuilder table = new StringBuilder(Csv.row(COLUMNS));
    for (SimulationResult result : results) {
      for (StrategyResult strategy : result.strategies()) {
        for (PolicyFacts policy : result.policies()) {
          table.append(Csv.row(cells(result, strategy, policy)));
        }
      }
      result.failed().forEach(failure -> table.append(Csv.row(cells(result, failure))));
    }
    return table.toString();
  }

  private static List<String> cells(
      SimulationResult result, StrategyResult strategy, PolicyFacts policy) {
    Optional<PolicyScore> score = strategy.score(policy);
    return List.of(
        result.scenario().name(),
        result.scenario().file(),
        String.valueOf(policy.line()),
        policy.id(),
        policy.text(),
        strategy.name(),
        OutcomeWords.words(strategy.outcome(policy)),
        String.valueOf(score.map(PolicyScore::enforced).orElse(false)),
        String.valueOf(score.map(PolicyScore::withstands).orElse(false)),
        String.valueOf(result.recommends(strategy)),
        String.valueOf(strategy.cost().signatures()),
        String.valueOf(strategy.cost().roundTrips()),
        String.valueOf(strategy.cost().verifications()),
        String.valueOf(strategy.cost().standing().credentials()),
        strategy.cost().standing().growth().word(),
        score.flatMap(PolicyScore::witness).map(Witness::sentence).orElse(""),
        StrategyWords.points(strategy),
        score.map(PolicyScore::enforcedAt).map(at -> StrategyWords.joined(at, ", ")).orElse(""),
        String.join(", ", strategy.believes()),
        "");
  }

  /** What there is to say of a strategy that failed; the other cells stay empty. */
  private static List<String> cells(SimulationResult result, FailedStrategy failure) {
    Map<String, String> known =
        Map.of(
            "scenario", result.scenario().name(),
            "file", result.scenario().file(),
            "strategy", failure.strategy(),
            "outcome", "failed",
            "error", ResultWords.sentence(failure));
    return COLUMNS.stream().map(column -> known.getOrDefault(column, "")).toList();
  }
}
