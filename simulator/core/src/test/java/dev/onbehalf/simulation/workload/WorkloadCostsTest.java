package dev.onbehalf.simulation.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.LatencyShare;
import dev.onbehalf.simulation.result.WorkloadCost.LifetimePoint;
import dev.onbehalf.strategy.CacheKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cost of a scenario's workload says what was obtained, and what that means to people. */
final class WorkloadCostsTest {
  private static final List<CacheKey> INHERITED = List.of(CacheKey.USER, CacheKey.RESOURCE);
  private static final List<CacheKey> OF_AGENT = List.of(CacheKey.AGENT, CacheKey.RESOURCE);
  private static final List<CacheKey> OF_BOTH =
      List.of(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);
  private static final Obtaining NOTHING = new Obtaining(0, 0, 0);
  private static final Obtaining ONE_TOKEN = new Obtaining(1, 1, 0.00042);
  private static final Obtaining EXCHANGE = new Obtaining(2, 2, 0.00246);

  @Test
  void inheritedCredentials_costNothingAndEndWithTheUser() {
    WorkloadCost cost = cost(INHERITED, NOTHING);
    assertEquals(0, cost.mintsPer1000Accesses());
    assertEquals(1, cost.cacheHitRate());
    assertEquals(0, cost.liveTokens());
    assertEquals(0, cost.utilisation());
    assertEquals(0, cost.addedLatencyMillis().p99());
    assertEquals(List.of(new LatencyShare(0, 1)), cost.latencyShares());
    assertTrue(cost.secondsAfterRevocation().user().isPresent());
    assertEquals(Optional.empty(), cost.secondsAfterRevocation().agent());
  }

  @Test
  void agentsOwnCredentials_endWithTheAgentAlone() {
    WorkloadCost cost = cost(OF_AGENT, ONE_TOKEN);
    assertEquals(Optional.empty(), cost.secondsAfterRevocation().user());
    assertTrue(cost.secondsAfterRevocation().agent().isPresent());
  }

  @Test
  void credentialsOfUserAndAgent_costMoreThanTheAgentsOwn() {
    WorkloadCost own = cost(OF_AGENT, ONE_TOKEN);
    WorkloadCost both = cost(OF_BOTH, EXCHANGE);
    assertTrue(both.mintsPer1000Accesses() > own.mintsPer1000Accesses());
    assertTrue(both.cacheHitRate() < own.cacheHitRate());
    assertTrue(both.liveTokens() > own.liveTokens());
    assertTrue(both.secondsAfterRevocation().user().isPresent());
    assertTrue(both.secondsAfterRevocation().agent().isPresent());
  }

  @Test
  void revocation_neverTakesLongerThanALifetime() {
    WorkloadCost.Outliving seconds = cost(OF_BOTH, EXCHANGE).secondsAfterRevocation().user().get();
    assertTrue(seconds.mean() <= seconds.p99() && seconds.p99() <= seconds.max());
    assertTrue(seconds.max() <= 300.1, seconds::toString);
  }

  @Test
  void latencyShares_addUpToOne() {
    List<LatencyShare> shares = cost(OF_BOTH, EXCHANGE).latencyShares();
    assertEquals(1, shares.stream().mapToDouble(LatencyShare::share).sum(), 1e-3);
    assertEquals(0, shares.get(0).upToMillis());
  }

  @Test
  void credentialsOfOneCall_areMintedForEachWhateverTheirLifetime() {
    WorkloadCost cost = cost(List.of(CacheKey.CALL), ONE_TOKEN);
    assertEquals(1_000, cost.mintsPer1000Accesses());
    assertEquals(0, cost.cacheHitRate());
    cost.mintsByLifetime().forEach(point -> assertEquals(1_000, point.mintsPer1000Accesses()));
    assertEquals(0, cost.secondsAfterRevocation().user().get().max());
    assertEquals(0, cost.secondsAfterRevocation().agent().get().max());
  }

  @Test
  void longerLifetimes_mintLess() {
    List<LifetimePoint> points = cost(OF_BOTH, EXCHANGE).mintsByLifetime();
    for (int i = 1; i < points.size(); i++) {
      assertTrue(points.get(i).lifetimeSeconds() > points.get(i - 1).lifetimeSeconds());
      assertTrue(points.get(i).mintsPer1000Accesses() < points.get(i - 1).mintsPer1000Accesses());
    }
  }

  @Test
  void simulatedMints_areNearTheExpectedOnes() {
    WorkloadCost cost = cost(OF_BOTH, EXCHANGE);
    double expected =
        cost.mintsByLifetime().stream()
            .filter(point -> point.lifetimeSeconds() == 300)
            .findFirst()
            .orElseThrow()
            .mintsPer1000Accesses();
    assertEquals(expected, cost.mintsPer1000Accesses(), 0.1 * expected);
  }

  @Test
  void moreLoadThanTheServersCanServe_isSaturated() {
    String workload = "{accesses-per-second: 1000, token-service-servers: 1, token-lifetime: 1s}";
    Scenario scenario = scenario("[bot, ada]", workload);
    assertTrue(cost(scenario, OF_BOTH, new Obtaining(1, 1, 0.5)).saturated());
    assertFalse(cost(scenario, OF_BOTH, new Obtaining(1, 1, 0.001)).saturated());
    assertFalse(cost(scenario, INHERITED, NOTHING).saturated());
  }

  @Test
  void scenarioWithoutAgents_hasNoCost() {
    Scenario scenario = scenario("[]", "{accesses: 1000}");
    assertTrue(ScenarioWorkload.of(scenario, 1).isEmpty());
  }

  @Test
  void sameSeed_givesTheSameCost() {
    assertEquals(cost(OF_BOTH, EXCHANGE), cost(OF_BOTH, EXCHANGE));
  }

  @Test
  void numbers_haveFourDigits() {
    assertEquals(0.1235, Rounding.significant(0.123456));
    assertEquals(12350, Rounding.significant(12346));
    assertEquals(0, Rounding.significant(0));
    assertEquals(0.9998765, Rounding.complement(0.000123454));
    assertEquals(1, Rounding.complement(0));
  }

  @Test
  void obtaining_isNeitherNegativeNorEndless() {
    for (double seconds : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Obtaining(1, 1, seconds));
    }
    assertThrows(IllegalArgumentException.class, () -> new Obtaining(-1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Obtaining(1, -1, 0));
  }

  private static WorkloadCost cost(List<CacheKey> cachedBy, Obtaining obtaining) {
    return cost(scenario("[bot, ada]", "{accesses: 50000}"), cachedBy, obtaining);
  }

  private static WorkloadCost cost(
      Scenario scenario, List<CacheKey> cachedBy, Obtaining obtaining) {
    return ScenarioWorkload.of(scenario, 1).orElseThrow().cost(cachedBy, obtaining);
  }

  private static Scenario scenario(String agents, String workload) {
    String text =
        """
        scenario: s
        users: [ann, bob, cyd, dan]
        agents: %s
        resources: [disk, mail]
        policies: [ann MAY use disk]
        workload: %s
        """
            .formatted(agents, workload);
    try {
      return ScenarioReader.read("s.yaml", text.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidScenarioException e) {
      throw new AssertionError(text, e);
    }
  }
}
