package dev.onbehalf.simulation.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.ControlStrategies;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Interval;
import dev.onbehalf.simulation.result.Timing.Operation;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was measured feeds the queue at the token service, and nothing else of a result. */
class MeasuredWorkloadTest {
  private static final CredentialStrategy STRATEGY = new ControlStrategies.LooseSubjectToken();

  @Test
  void applied_measuredStrategy_worksAsLongAsMeasured() throws InvalidScenarioException {
    WorkloadCost fast = cost("[bot]", 1_000_000).orElseThrow();
    WorkloadCost slow = cost("[bot]", 8_000_000).orElseThrow();
    assertEquals(1, fast.serviceMillis());
    assertEquals(8, slow.serviceMillis());
    assertEquals(8, slow.utilisation() / fast.utilisation(), 0.2);
    assertEquals(fast.mintsByLifetime(), slow.mintsByLifetime());
  }

  @Test
  void applied_scenarioWithoutAgents_hasNoQueue() throws InvalidScenarioException {
    assertTrue(cost("[]", 1_000_000).isEmpty());
  }

  @Test
  void applied_otherStrategies_stayAsTheyAre() throws InvalidScenarioException {
    Map<String, Timing> timings = Map.of("unknown", timing(1));
    assertEquals(timings, workload("[bot]").applied(List.of(STRATEGY), timings));
  }

  private static Optional<WorkloadCost> cost(String agents, double cpuNanos)
      throws InvalidScenarioException {
    Map<String, Timing> timings = Map.of(STRATEGY.about().name(), timing(cpuNanos));
    return workload(agents)
        .applied(List.of(STRATEGY), timings)
        .getOrDefault(STRATEGY.about().name(), timing(0))
        .workload();
  }

  private static Timing timing(double cpuNanos) {
    Operation operation =
        new Operation(
            2 * cpuNanos,
            cpuNanos,
            0,
            Optional.empty(),
            Optional.empty(),
            new Interval(0, 1, 0.5),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new Timing(
        "quick", "JDK", "ES256", 2, operation, operation, operation, operation, Optional.empty());
  }

  private static MeasuredWorkload workload(String agents) throws InvalidScenarioException {
    String text =
        """
        scenario: s
        users: [ann, bob]
        agents: %s
        resources: [disk]
        policies: [ann MAY use disk]
        workload: {accesses: 20000, token-lifetime: 1s}
        """
            .formatted(agents);
    return new MeasuredWorkload(
        ScenarioReader.read("s.yaml", text.getBytes(UTF_8)),
        new SimulationSettings(
            1, SigningAlgorithm.ES256, SigningProvider.fastest(), Clock.systemUTC(), 100));
  }
}
