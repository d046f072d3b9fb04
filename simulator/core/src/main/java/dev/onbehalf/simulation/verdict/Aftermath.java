package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Workload;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Revocation;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.AfterRevocation;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import dev.onbehalf.strategy.CacheKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the workload of a scenario makes of the time that is left after a revocation. */
public record Aftermath(Workload workload, List<CacheKey> cacheKeys, Cost cost) {
  public Aftermath {
    cacheKeys = List.copyOf(cacheKeys);
  }

  /** The facts with the means of the workload. */
  public AttackFacts of(AttackFacts facts) {
    return facts.revoked(
        with(facts.revokedAgent(), AfterRevocation::agent),
        with(facts.revokedUser(), AfterRevocation::user));
  }

  private Revocation with(
      Revocation bound, Function<AfterRevocation, Optional<Outliving>> revoked) {
    Optional<Double> mean =
        cost.workload()
            .map(WorkloadCost::secondsAfterRevocation)
            .flatMap(revoked)
            .map(Outliving::mean)
            .flatMap(seconds -> bound.seconds().map(most -> isKept(most) ? seconds : 0.0));
    return new Revocation(bound.seconds(), mean, Optional.empty());
  }

  /** What isn't kept must be obtained for the next call, and is refused. */
  private boolean isKept(long mostSeconds) {
    return mostSeconds > 0 && !cacheKeys.contains(CacheKey.CALL);
  }
}
