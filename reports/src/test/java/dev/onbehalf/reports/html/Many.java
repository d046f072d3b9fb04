package dev.onbehalf.reports.html;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.reports.StrategyBuilder;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.ArrayList;
import java.util.List;

/**
 * The pilot of the HR agent under seventeen strategies, of which nine are cheaper and fall short.
 */
public final class Many {
  private Many() {}

  /** The result, with what accesses cost. */
  public static SimulationResult result() {
    SimulationResult few = Results.hrRollout();
    StrategyResult inheritance = few.strategies().get(0);
    StrategyResult account = few.strategies().get(1);
    StrategyResult exchange = few.strategies().get(2);
    List<StrategyResult> strategies = new ArrayList<>();
    strategies.add(inheritance);
    strategies.add(cheated(exchange, inheritance, "agent-header", 0, 0, 4));
    strategies.add(cheated(exchange, inheritance, "agent-mtls", 0, 0, 6));
    strategies.add(renamed(inheritance, "secret-broker", 0, 1, 4));
    strategies.add(cheated(exchange, inheritance, "workload-proof", 1, 0, 5));
    strategies.add(account);
    strategies.add(renamed(inheritance, "client-id", 1, 1, 5));
    strategies.add(renamed(inheritance, "exchange-impersonation", 1, 1, 5));
    strategies.add(cheated(exchange, inheritance, "gateway", 1, 1, 5));
    strategies.add(exchange);
    strategies.add(renamed(exchange, "may-act", 3, 2, 6));
    strategies.add(renamed(exchange, "token-exchange-context", 3, 2, 7));
    strategies.add(renamed(exchange, "transaction-token", 3, 3, 5));
    strategies.add(renamed(exchange, "identity-assertion-grant", 4, 3, 6));
    strategies.add(renamed(exchange, "delegation-chain", 5, 3, 6));
    strategies.add(renamed(inheritance, "macaroon", 0, 0, 9));
    strategies.add(renamed(exchange, "account-per-user-and-agent", 1, 1, 12));
    return Priced.withWorkload(Priced.with(few, strategies));
  }

  private static StrategyResult renamed(
      StrategyResult strategy, String name, int signatures, int roundTrips, int standing) {
    return copy(
        strategy, name, cost(strategy, signatures, roundTrips, standing), strategy.policies());
  }

  /** A strategy that enforces everything, but only while agents don't leave out what names them. */
  private static StrategyResult cheated(
      StrategyResult strategy,
      StrategyResult shownInstead,
      String name,
      int signatures,
      int roundTrips,
      int standing) {
    List<PolicyScore> scores = new ArrayList<>();
    for (PolicyScore score : shownInstead.policies()) {
      scores.add(
          new PolicyScore(
              score.id(),
              true,
              score.enforced(),
              List.of(Point.RESOURCE),
              score.witness().map(Many::cheating)));
    }
    return copy(strategy, name, cost(strategy, signatures, roundTrips, standing), scores);
  }

  private static Witness cheating(Witness witness) {
    return new Witness(
        witness.evidence(),
        witness.permitted(),
        witness.denied(),
        witness.points(),
        true,
        List.of("Agent header"),
        witness.permittedTokens(),
        witness.deniedTokens(),
        witness.sentence() + " by leaving out its Agent header");
  }

  private static Cost cost(StrategyResult strategy, int signatures, int roundTrips, int standing) {
    Cost cost = strategy.cost();
    Standing old = cost.standing();
    return new Cost(
        signatures,
        cost.verifications(),
        roundTrips,
        cost.tokenBytes(),
        cost.cachedBy(),
        new Standing(
            standing,
            old.kinds(),
            old.growth(),
            old.registrations(),
            old.policyEntries(),
            old.changedByJoiner(),
            old.changedByLeaver(),
            old.changedByAgent()),
        cost.workload());
  }

  private static StrategyResult copy(
      StrategyResult strategy, String name, Cost cost, List<PolicyScore> scores) {
    return StrategyBuilder.of(strategy, name).cost(cost).scores(scores).build();
  }
}
