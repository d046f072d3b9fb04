package dev.onbehalf.simulation.verdict;

import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.workload.NominalCosts;
import dev.onbehalf.simulation.workload.Obtaining;
import dev.onbehalf.simulation.workload.ScenarioWorkload;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.SigningAlgorithm;
import java.util.List;
import java.util.Optional;

/** What a strategy's credentials cost under the workload of a scenario, by what it really does. */
public final class StrategyWorkload {
  private final Optional<ScenarioWorkload> workload;
  private final CredentialStrategy strategy;
  private final SigningAlgorithm signing;
  private final OperationCounts counts;
  private final long tokens;

  /**
   * The workload under the strategy.
   *
   * @param counts what obtaining one credential takes
   * @param tokens how many tokens that mints
   */
  public StrategyWorkload(
      Optional<ScenarioWorkload> workload,
      CredentialStrategy strategy,
      SigningAlgorithm signing,
      OperationCounts counts,
      long tokens) {
    this.workload = workload;
    this.strategy = strategy;
    this.signing = signing;
    this.counts = counts;
    this.tokens = tokens;
  }

  /** The workload under the strategy. */
  public static StrategyWorkload of(
      Optional<ScenarioWorkload> workload,
      CredentialStrategy strategy,
      SimulationSettings settings) {
    Probe probe = new Probe(strategy, settings.tokenService(), 1, List.of());
    return new StrategyWorkload(
        workload,
        strategy,
        settings.algorithm(),
        probe.costOfObtaining(),
        probe.tokensOfObtaining());
  }

  /** The cost by nominal times of signing and verifying: the same on every machine. */
  public Optional<WorkloadCost> nominal() {
    return withServiceTime(NominalCosts.seconds(counts, signing));
  }

  /**
   * The cost by a measured time.
   *
   * @param seconds the work of the token service on one credential, 0 or more
   */
  public Optional<WorkloadCost> withServiceTime(double seconds) {
    Obtaining obtaining = new Obtaining(tokens, counts.roundTrips(), seconds);
    return workload.map(calls -> calls.cost(strategy.about().cacheKeys(), obtaining));
  }

  /** What obtaining one credential takes, counted. */
  public OperationCounts counts() {
    return counts;
  }
}
