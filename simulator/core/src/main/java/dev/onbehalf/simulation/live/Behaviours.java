package dev.onbehalf.simulation.live;

import dev.onbehalf.scenario.ContextAttribute;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.strategy.CredentialStrategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was learned of strategies, so that worlds alike aren't probed again. It may be used by
 * several threads.
 */
public final class Behaviours {
  /** Far more than scenarios differ in, and few enough not to matter. */
  private static final int MOST = 4_096;

  private final RecordedBehaviours records = new RecordedBehaviours();
  private final Map<Observed, CredentialStrategy> observed = new ConcurrentHashMap<>();
  private final Map<Probed, Behaviour> behaviours = new ConcurrentHashMap<>();

  /** A strategy where it is the very same object, whatever it says of equality. */
  private static final class Same {
    private final CredentialStrategy strategy;

    Same(CredentialStrategy strategy) {
      this.strategy = strategy;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Same same && same.strategy == strategy;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(strategy);
    }
  }

  private record Observed(
      Same strategy,
      SimulationSettings settings,
      int longestPath,
      List<ContextAttribute> context,
      boolean hasNobody) {}

  private record Probed(
      Observed observed, Duration tokenLifetime, Set<RouteShape.Pattern> patterns) {}

  /** The strategy, guarded, with the proof that it gives in the scenario. */
  private CredentialStrategy observed(
      CredentialStrategy strategy, Scenario scenario, SimulationSettings settings) {
    return limited(observed)
        .computeIfAbsent(
            key(strategy, scenario, settings),
            any -> Probe.observed(strategy, settings.tokenService(), scenario));
  }

  /** How the strategy behaves in the scenario. */
  public Behaviour of(CredentialStrategy strategy, Scenario scenario, SimulationSettings settings) {
    Duration lifetime = scenario.workload().tokenLifetime();
    return limited(behaviours)
        .computeIfAbsent(
            new Probed(key(strategy, scenario, settings), lifetime, Probe.patterns(scenario)),
            any ->
                Probe.of(
                        observed(strategy, scenario, settings),
                        settings.tokenService(lifetime),
                        scenario)
                    .behaviour(scenario));
  }

  /** How the strategy behaves in the scenario, if that was recorded when it was built. */
  Optional<Behaviour> recorded(
      CredentialStrategy strategy, Scenario scenario, SimulationSettings settings) {
    return records.of(strategy, scenario, settings);
  }

  private static Observed key(
      CredentialStrategy strategy, Scenario scenario, SimulationSettings settings) {
    return new Observed(
        new Same(strategy),
        settings.exactAlone(),
        Probe.longestPath(scenario),
        scenario.context(),
        scenario.hasNobody());
  }

  private static <K, V> Map<K, V> limited(Map<K, V> learned) {
    if (learned.size() >= MOST) {
      learned.clear();
    }
    return learned;
  }
}
