package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.live.NamingGuard;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.StrategyFailedException;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.Call;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Credentials;
import dev.onbehalf.strategy.GuardedStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.strategy.VerifiedPresentation;
import dev.onbehalf.token.Refusable;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import dev.onbehalf.token.registry.Registrar;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A strategy by others that fails when a plan is played is left out, and named. */
final class PlugInPlanTest {
  private static final String WORLD =
      """
      scenario: world
      users: [u, v]
      agents: [a]
      resources: [x, y]
      policies:
        - u MAY use x
        - u MAY use y via a
      """;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final List<StrategyFailedException> failures = new ArrayList<>();

  @Test
  void strategyThatServesAPart_isInThePlan() throws Exception {
    assertEquals(
        Map.of("x", "user-tokens", "y", "token-exchange"),
        plan(new UserTokens(List.of())).resources());
    assertEquals(List.of(), failures);
  }

  @Test
  void plugInThatFailsWhereItServesAPart_isLeftOut() throws Exception {
    CredentialStrategy failing = new UserTokens(List.of("x"));
    CredentialStrategy plugIn =
        new GuardedStrategy(
            failing.about(), failing, Optional.of("plug.jar"), new NamingGuard("user-tokens"));
    assertEquals(List.of("token-exchange"), plan(plugIn).strategies());
    assertEquals(1, failures.size());
    assertEquals(
        "strategy `user-tokens` failed: java.lang.IllegalStateException: not for [x] alone",
        failures.get(0).getMessage());
  }

  @Test
  void strategyOfOursThatFails_endsTheRun() {
    assertThrows(StrategyFailedException.class, () -> plan(new UserTokens(List.of("x"))));
  }

  private Plan plan(CredentialStrategy strategy) throws Exception {
    return Simulator.run(
            ScenarioReader.read("world.yaml", WORLD.getBytes(StandardCharsets.UTF_8)),
            new ScenarioSource("world.yaml", ""),
            List.of(strategy, Strategies.named("token-exchange")),
            new SimulationSettings(
                1, SigningAlgorithm.ES256, SigningProvider.fastest(), CLOCK, 100),
            new Progress() {
              @Override
              public void report(String what, long done, long total) {}

              @Override
              public void failed(StrategyFailedException failure) {
                failures.add(failure);
              }
            })
        .plan()
        .orElseThrow();
  }

  /** The agent has the user's token, until it is told to serve just these resources. */
  private static final class UserTokens implements CredentialStrategy {
    private final List<String> failingFor;
    private boolean failing;

    UserTokens(List<String> failingFor) {
      this.failingFor = failingFor;
    }

    @Override
    public About about() {
      return About.named("user-tokens", "a control of the tests")
          .proving(Proof.of(Attributes.USER))
          .cachedBy(CacheKey.USER, CacheKey.RESOURCE);
    }

    @Override
    public void enrol(Population population, Registrar registrar) {
      population.registerUsers(registrar);
      failing |= population.resources().equals(failingFor);
    }

    @Override
    public Refusable<Credentials> obtain(Call call) {
      if (failing) {
        throw new IllegalStateException("not for " + failingFor + " alone");
      }
      return Refusable.of(Credentials.bearer(call.user().accessToken(call.resource())));
    }

    @Override
    public Evidence read(VerifiedPresentation presentation) {
      return presentation
          .token()
          .map(token -> Evidence.none().verified(Attributes.USER, token.subject()))
          .orElse(Evidence.none());
    }
  }
}
