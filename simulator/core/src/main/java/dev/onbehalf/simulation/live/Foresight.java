package dev.onbehalf.simulation.live;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.result.DisagreementException;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.strategy.CredentialStrategy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a strategy behaves in a scenario, and in changed ones: as it was recorded, where it was,
 * until it is played.
 */
public final class Foresight {
  private final CredentialStrategy strategy;
  private final SimulationSettings settings;
  private final Behaviours behaviours;
  private final Map<Set<RouteShape.Pattern>, Foreseen> foreseen = new LinkedHashMap<>();
  private boolean played;

  private record Foreseen(Scenario scenario, Behaviour behaviour) {}

  /**
   * Of the strategy.
   *
   * @param behaviours what was learned of strategies so far, and is learned now
   */
  public Foresight(
      CredentialStrategy strategy, SimulationSettings settings, Behaviours behaviours) {
    this.strategy = strategy;
    this.settings = settings;
    this.behaviours = behaviours;
  }

  /** How the strategy behaves in the scenario. */
  public Behaviour of(Scenario scenario) {
    Optional<Behaviour> recorded =
        played ? Optional.empty() : behaviours.recorded(strategy, scenario, settings);
    recorded.ifPresent(
        behaviour -> foreseen.put(Probe.patterns(scenario), new Foreseen(scenario, behaviour)));
    return recorded.orElseGet(() -> behaviours.of(strategy, scenario, settings));
  }

  /**
   * Learns from real tokens what was taken from the record.
   *
   * @throws DisagreementException when it is something else
   */
  public void play() {
    played = true;
    foreseen.values().forEach(this::play);
  }

  private void play(Foreseen recorded) {
    Behaviour behaviour = behaviours.of(strategy, recorded.scenario(), settings);
    if (!behaviour.isLike(recorded.behaviour())) {
      throw new DisagreementException(
          strategy.about().name() + " behaves otherwise than was recorded when it was built");
    }
  }
}
