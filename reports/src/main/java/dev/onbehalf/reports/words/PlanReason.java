package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;

/** What a plan does better than the recommended strategy everywhere: the first in its order. */
record PlanReason(SimulationResult result, Plan plan, StrategyResult recommended) {
  /** The reason in a clause. */
  static String of(Plan plan, SimulationResult result) {
    return result
        .verdict()
        .recommended()
        .flatMap(result::strategy)
        .map(
            strategy ->
                "rather than %s for all: %s"
                    .formatted(strategy.name(), new PlanReason(result, plan, strategy).clause()))
        .orElse("no strategy enforces everything at all resources");
  }

  private String clause() {
    long pieces =
        recommended.machinery().stream()
            .filter(piece -> !result.scenario().have().contains(piece.word()))
            .count();
    long effort =
        (recommended.cost().signatures() + recommended.cost().roundTrips())
            * plan.resources().size();
    if (grows(recommended.name()) && plan.strategies().stream().noneMatch(this::grows)) {
      return "no credentials grow by a product";
    }
    if (plan.machinery().size() < pieces) {
      return instead(plan.machinery().size(), pieces, "new pieces of machinery");
    }
    if (plan.machinery().size() == pieces && plan.signaturesAndRoundTrips() < effort) {
      return instead(plan.signaturesAndRoundTrips(), effort, "signatures and round trips")
          + (isForEachCall() ? ", though anew for each call" : "");
    }
    int credentials = recommended.cost().standing().credentials();
    return plan.machinery().size() == pieces && plan.credentials() < credentials
        ? instead(plan.credentials(), credentials, "standing credentials")
        : "fewer kinds of credentials grow by a product";
  }

  private static String instead(long count, long other, String what) {
    return "%s %s instead of %d".formatted(count == 0 ? "no" : count, what, other);
  }

  private boolean grows(String name) {
    return result
        .strategy(name)
        .filter(strategy -> strategy.cost().standing().growth() == Growth.MULTIPLICATIVE)
        .isPresent();
  }

  /** The order of plans has no place for what can be kept; the recommendation prefers it. */
  private boolean isForEachCall() {
    return !recommended.obtainsForEachCall()
        && plan.strategies().stream()
            .anyMatch(
                name ->
                    result.strategy(name).filter(StrategyResult::obtainsForEachCall).isPresent());
  }
}
