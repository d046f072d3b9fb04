package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.AttackFacts.Revocation;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.Outliving;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated traffic keeps after a revocation stays within the closed bound. */
final class RevocationBoundsTest {
  /** Results show four digits. */
  private static final double ROUNDED = 1.0005;

  @ParameterizedTest
  @ValueSource(strings = {"hr-rollout", "marketing", "relay", "research-batch", "shared-document"})
  void simulatedTraffic_staysWithinTheBound(String scenario) throws IOException {
    SimulationResult result =
        Runs.run(
            Files.readString(Path.of("../scenarios", scenario + ".yaml")),
            1,
            Strategies.all().toArray(CredentialStrategy[]::new));
    assertEquals(List.of(), result.failed());
    result.strategies().forEach(RevocationBoundsTest::assertWithinBounds);
  }

  private static void assertWithinBounds(StrategyResult strategy) {
    AttackFacts facts = strategy.attacks().orElseThrow();
    WorkloadCost.AfterRevocation simulated =
        strategy.cost().workload().orElseThrow().secondsAfterRevocation();
    assertWithin(strategy.name() + ", agent", facts.revokedAgent(), simulated.agent());
    assertWithin(strategy.name() + ", user", facts.revokedUser(), simulated.user());
  }

  /** A bound of nothing is of what is looked up at each call, whatever a caller keeps. */
  private static void assertWithin(String what, Revocation bound, Optional<Outliving> simulated) {
    bound
        .seconds()
        .ifPresent(
            most -> {
              bound.mean().ifPresent(mean -> assertTrue(mean <= most * ROUNDED, what));
              simulated
                  .filter(any -> most > 0)
                  .ifPresent(
                      outliving ->
                          assertTrue(
                              outliving.mean() <= outliving.max()
                                  && outliving.max() <= most * ROUNDED,
                              () -> what + ": " + outliving + " beyond " + most));
            });
  }
}
