package dev.onbehalf.simulation.live;

import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.MutableClock;
import java.time.Instant;

/**
 * Real tokens, attackers and clocks of one strategy, for scenarios that differ in nothing but their
 * policies: everything is played once, and each scenario counts what its policies let through.
 */
public final class AttackStage {
  private final CredentialStrategy strategy;
  private final Ways ways;
  private final Thief thief;
  private final Lockout lockout;
  private final Burglar burglar;

  /**
   * A stage on which all attacks were played.
   *
   * @param strategy guarded, and observed in the scenario
   */
  public AttackStage(
      Scenario scenario, CredentialStrategy strategy, Probe probe, SimulationSettings settings) {
    this.strategy = strategy;
    Writing writing =
        Writing.of(strategy.about().proof(), scenario, probe.headers(), Integer.MAX_VALUE);
    Population population = Callers.population(scenario);
    Instant start = settings.clock().instant();
    MutableClock clock = new MutableClock(start);
    TokenService tokenService =
        settings.at(clock).tokenService(scenario.workload().tokenLifetime());
    Callers callers = new Callers(strategy, population, tokenService, scenario.contexts());
    ways = new Ways(scenario, strategy, tokenService, callers, writing);
    // all of them now, since the clock goes on
    scenario
        .requests()
        .forEach(
            request -> {
              ways.honest(request);
              ways.cheating(request);
              ways.unattended(request);
            });
    burglar = new Burglar(scenario, population, strategy, tokenService, callers.anew(), writing);
    thief = new Thief(scenario.targets(), strategy, tokenService, callers.anew(), writing);
    scenario.requests().filter(request -> !request.isDirect()).forEach(thief::rob);
    for (long seconds : Lockout.seconds(scenario.workload().tokenLifetime())) {
      clock.set(start.plusSeconds(seconds));
      thief.tryAgain(seconds);
    }
    lockout = new Lockout(scenario, population, strategy, settings, writing);
  }

  /** What becomes of the attacks under the policies of the scenario. */
  public PlayedAttacks play(Scenario scenario) {
    return new AttackPlay(scenario, strategy.about().proof(), ways, thief, lockout, burglar)
        .result();
  }
}
