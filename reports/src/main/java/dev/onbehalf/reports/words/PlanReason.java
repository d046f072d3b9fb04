package dev.onbehalf.reports.words;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.simulation.result.Growth;
import dev.onbehalf.simulation.result.PlanFacts;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.simulation.result.WorldResult.StrategyScore;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a plan does better than the recommended strategy everywhere: the first in its order. */
record PlanReason(PlanFacts plan, Price recommended, List<Price> parts) {
  /** The reason in a clause. */
  static String of(PlanFacts plan, SimulationResult result) {
    List<String> have = result.scenario().have();
    return of(
        plan,
        result.verdict().recommended(),
        name -> result.strategy(name).map(strategy -> Price.of(strategy, have)));
  }

  /** The same of a scenario of any size. */
  static String of(PlanFacts plan, WorldResult result) {
    List<String> have = result.scenario().have();
    return of(
        plan,
        result.verdict().recommended(),
        name -> result.strategy(name).map(strategy -> Price.of(strategy, have)));
  }

  private static String of(
      PlanFacts plan, Optional<String> recommended, Function<String, Optional<Price>> prices) {
    List<Price> parts =
        plan.strategies().stream().map(prices).flatMap(Optional<Price>::stream).toList();
    return recommended
        .flatMap(prices)
        .map(
            price ->
                "rather than %s for all: %s"
                    .formatted(price.name(), new PlanReason(plan, price, parts).clause()))
        .orElse("no strategy enforces everything at all resources");
  }

  /** What a strategy costs. */
  private record Price(
      String name,
      boolean grows,
      long newPieces,
      boolean forEachCall,
      long effort,
      BigInteger credentials) {
    static Price of(StrategyResult strategy, List<String> have) {
      return new Price(
          strategy.name(),
          strategy.cost().standing().growth() == Growth.MULTIPLICATIVE,
          Machinery.countNew(strategy.machinery(), have),
          strategy.obtainsForEachCall(),
          strategy.cost().signatures() + strategy.cost().roundTrips(),
          BigInteger.valueOf(strategy.cost().standing().credentials()));
    }

    static Price of(StrategyScore strategy, List<String> have) {
      return new Price(
          strategy.name(),
          strategy.cost().growth() == Growth.MULTIPLICATIVE,
          strategy.cost().newPieces(have),
          strategy.cost().obtainsForEachCall(),
          strategy.cost().signaturesAndRoundTrips(),
          strategy.cost().credentials());
    }
  }

  private String clause() {
    long pieces = recommended.newPieces();
    long effort = recommended.effort() * plan.served();
    if (recommended.grows() && parts.stream().noneMatch(Price::grows)) {
      return "no credentials grow by a product";
    }
    if (plan.machinery().size() < pieces) {
      return instead(plan.machinery().size(), pieces, "new pieces of machinery");
    }
    if (plan.machinery().size() == pieces && plan.signaturesAndRoundTrips() < effort) {
      return instead(plan.signaturesAndRoundTrips(), effort, "signatures and round trips")
          + (isForEachCall() ? ", though anew for each call" : "");
    }
    BigInteger credentials = recommended.credentials();
    return plan.machinery().size() == pieces && plan.credentials().compareTo(credentials) < 0
        ? instead(plan.credentials(), credentials, "standing credentials")
        : "fewer kinds of credentials grow by a product";
  }

  private static String instead(Number count, Number other, String what) {
    return "%s %s instead of %,d"
        .formatted(count.longValue() == 0 ? "no" : "%,d".formatted(count), what, other);
  }

  /** The order of plans has no place for what can be kept; the recommendation prefers it. */
  private boolean isForEachCall() {
    return !recommended.forEachCall() && parts.stream().anyMatch(Price::forEachCall);
  }
}
