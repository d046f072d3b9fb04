package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes first in the order of cost decides, whatever comes later says. */
final class OrderOfCostTest {
  @ParameterizedTest
  @CsvSource({
    // additive growth, though with more pieces
    "transaction-token, macaroon",
    // fewer pieces of machinery, though with more signatures and round trips
    "client-id, token-exchange-dpop",
    "service-account, agent-mtls-strict",
    // credentials that can be kept
    "run-as, workload-proof",
    "delegation-chain, transaction-token-for-agents",
    // fewer signatures and round trips, though with more standing
    "agent-mtls-strict, token-exchange",
    "client-id, token-exchange",
    // fewer unsigned words, though the name comes later
    "service-account, run-as"
  })
  void firstCriterion_decides(String first, String second) throws IOException {
    SimulationResult result =
        Runs.run(
            Files.readString(Path.of("../scenarios/hr-rollout.yaml")),
            1_000,
            Strategies.named(second),
            Strategies.named(first));
    assertEquals(
        List.of(first, second), result.strategies().stream().map(StrategyResult::name).toList());
  }
}
