package dev.onbehalf.reports.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.reports.ResultBuilder;
import dev.onbehalf.reports.Samples;
import dev.onbehalf.reports.StrategyBuilder;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A plan that isn't the recommendation for all says by what it is better. A call under the
 * recommended strategy takes 4 signatures and round trips, and 4 credentials stand.
 */
final class PlanWordsTest {
  private static final List<Machinery> PIECES = List.of(Machinery.GATEWAY, Machinery.CONSENT);

  @Test
  void fewerPieces_areTheReason() {
    assertEquals(
        "rather than best for all: 1 new pieces of machinery instead of 2",
        reason(strategy(Growth.ADDITIVE, "user"), plan(List.of(Machinery.GATEWAY), 9, 9)));
  }

  @Test
  void lessForACall_isTheReason_withWhatTheRecommendationPrefers() {
    assertEquals(
        "rather than best for all: 3 signatures and round trips instead of 4",
        reason(strategy(Growth.ADDITIVE, "user"), plan(PIECES, 3, 4)));
    StrategyResult forEachCall =
        StrategyBuilder.of("other", Samples.cost(Growth.ADDITIVE, "call")).needing(PIECES).build();
    assertEquals(
        "rather than best for all: 3 signatures and round trips instead of 4, though anew for each"
            + " call",
        reason(strategy(Growth.ADDITIVE, "user"), plan(PIECES, 3, 4), forEachCall));
  }

  @Test
  void fewerCredentials_areTheReason() {
    assertEquals(
        "rather than best for all: 3 standing credentials instead of 4",
        reason(strategy(Growth.ADDITIVE, "user"), plan(PIECES, 4, 3)));
  }

  @Test
  void growth_isTheFirstReason() {
    assertEquals(
        "rather than best for all: no credentials grow by a product",
        reason(strategy(Growth.MULTIPLICATIVE, "user"), plan(List.of(), 1, 1)));
  }

  @Test
  void withoutRecommendation_thereIsNothingElse() {
    assertEquals(
        "no strategy enforces everything at all resources",
        PlanWords.of(
                ResultBuilder.of(Samples.hrRollout())
                    .insufficient(Need.GATED, "none")
                    .plan(Optional.of(plan(List.of(), 1, 1)))
                    .build())
            .orElseThrow()
            .reason());
  }

  @Test
  void play_isCounted() {
    assertEquals(
        Optional.of(
            "played with real tokens, a sample of 12 of 90 requests and 34 presentations of"
                + " cheating callers: every answer as computed"),
        PlanWords.of(
                ResultBuilder.of(Samples.hrRollout())
                    .plan(
                        Optional.of(
                            plan(List.of(), 1, 1).played(new LiveCounts(12, 90, 0, 0, 34, true))))
                    .build())
            .orElseThrow()
            .played());
  }

  private static StrategyResult strategy(Growth growth, String cachedBy) {
    return StrategyBuilder.of("best", Samples.cost(growth, cachedBy)).needing(PIECES).build();
  }

  private static Plan plan(List<Machinery> pieces, long effort, int credentials) {
    return new Plan(
        Map.of("employee-records", "other"),
        pieces,
        true,
        effort,
        BigInteger.valueOf(credentials),
        List.of(),
        Optional.empty());
  }

  private static String reason(StrategyResult recommended, Plan plan, StrategyResult... others) {
    List<StrategyResult> strategies = new ArrayList<>(List.of(others));
    strategies.add(recommended);
    return PlanWords.of(
            ResultBuilder.of(Samples.hrRollout())
                .recommending("best", Need.GATED, "use best")
                .strategies(strategies)
                .plan(Optional.of(plan))
                .build())
        .orElseThrow()
        .reason();
  }
}
