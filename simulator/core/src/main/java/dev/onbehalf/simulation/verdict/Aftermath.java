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
    Optional<Outliving> outliving =
        cost.workload()
            .map(WorkloadCost::secondsAfterRevocation)
            .flatMap(revoked)
            .filter(any -> bound.seconds().isPresent())
            .map(one -> isKept(bound) ? one : Outliving.NONE);
    return new Revocation(
        bound.seconds(), outliving.map(Outliving::mean), outliving.map(Outliving::accesses));
  }

  /** The cost, of whose calls a revocation ends at once or never what the facts say it does. */
  public Cost heeding(AttackFacts facts) {
    return cost.with(cost.workload().map(workload -> heeding(facts, workload)));
  }

  private WorkloadCost heeding(AttackFacts facts, WorkloadCost workload) {
    AfterRevocation after = workload.secondsAfterRevocation();
    return workload.with(
        new AfterRevocation(
            left(facts.revokedUser(), after.user()), left(facts.revokedAgent(), after.agent())));
  }

  private Optional<Outliving> left(Revocation bound, Optional<Outliving> simulated) {
    return bound.seconds().isPresent() && !isKept(bound)
        ? Optional.of(Outliving.NONE)
        : simulated.filter(any -> bound.seconds().isPresent());
  }

  /** What isn't kept must be obtained for the next call, and is refused. */
  private boolean isKept(Revocation bound) {
    return bound.seconds().filter(most -> most > 0).isPresent()
        && !cacheKeys.contains(CacheKey.CALL);
  }
}
