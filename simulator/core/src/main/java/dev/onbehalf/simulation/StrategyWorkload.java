package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.workload.NominalCosts;
import dev.onbehalf.simulation.workload.Obtaining;
import dev.onbehalf.simulation.workload.WorkloadCost;
import dev.onbehalf.simulation.workload.WorkloadCosts;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.OperationCounts;
import dev.onbehalf.token.TokenService;
import java.util.Optional;

/** What a strategy's credentials cost under the workload of a scenario, by what it really does. */
public final class StrategyWorkload {
  private final Scenario scenario;
  private final CredentialStrategy strategy;
  private final SimulationSettings settings;
  private final OperationCounts counts;
  private final long tokens;

  StrategyWorkload(
      Scenario scenario, CredentialStrategy strategy, SimulationSettings settings, Probe probe) {
    this.scenario = scenario;
    this.strategy = strategy;
    this.settings = settings;
    counts = probe.costOfObtaining();
    tokens = probe.tokensOfObtaining();
  }

  /** The workload of the scenario under the strategy. */
  public static StrategyWorkload of(
      Scenario scenario, CredentialStrategy strategy, SimulationSettings settings) {
    TokenService tokenService =
        TokenService.seeded(settings.seed(), settings.algorithm(), settings.clock());
    return new StrategyWorkload(
        scenario, strategy, settings, new Probe(strategy, tokenService, scenario));
  }

  /** The cost by nominal times of signing and verifying: the same on every machine. */
  public Optional<WorkloadCost> nominal() {
    return withServiceTime(NominalCosts.seconds(counts, settings.algorithm()));
  }

  /**
   * The cost by a measured time.
   *
   * @param seconds the work of the token service on one credential, 0 or more
   */
  public Optional<WorkloadCost> withServiceTime(double seconds) {
    return WorkloadCosts.of(
        scenario,
        strategy.cachedBy(),
        new Obtaining(tokens, counts.roundTrips(), seconds),
        settings.seed());
  }

  /** What obtaining one credential takes, counted. */
  OperationCounts counts() {
    return counts;
  }
}
