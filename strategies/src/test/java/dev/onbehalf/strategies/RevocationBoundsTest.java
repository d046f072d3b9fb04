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
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulated traffic keeps after a revocation stays within the closed bound. */
final class RevocationBoundsTest {
  /** Results show four digits. */
  private static final double ROUNDED = 1.0005;

  /** What was on its way when access was revoked arrives so many seconds later at most. */
  private static final double ON_ITS_WAY = 0.1;

  @ParameterizedTest
  @CsvSource({
    "hr-rollout,      ''",
    "marketing,       'workload: {accesses-per-second: 5, token-lifetime: 10min}'",
    "relay,           'workload: {accesses-per-second: 200, token-lifetime: 60s}'",
    "research-batch,  ''",
    "shared-document, ''"
  })
  void simulatedTraffic_staysWithinTheBound(String scenario, String workload) throws IOException {
    SimulationResult result =
        Runs.run(
            Files.readString(Path.of("../scenarios", scenario + ".yaml")) + workload + "\n",
            1,
            Strategies.all().toArray(CredentialStrategy[]::new));
    assertEquals(List.of(), result.failed());
    result.strategies().forEach(RevocationBoundsTest::assertWithinBounds);
  }

  private static void assertWithinBounds(StrategyResult strategy) {
    AttackFacts facts = strategy.attacks().orElseThrow();
    WorkloadCost.AfterRevocation simulated =
        strategy.cost().workload().orElseThrow().secondsAfterRevocation();
    assertSame(strategy.name() + ", agent", facts.revokedAgent(), simulated.agent());
    assertSame(strategy.name() + ", user", facts.revokedUser(), simulated.user());
    assertWithin(strategy.name() + ", agent", facts.revokedAgent(), simulated.agent());
    assertWithin(strategy.name() + ", user", facts.revokedUser(), simulated.user());
  }

  /** Costs and facts tell of the same seconds. */
  private static void assertSame(String what, Revocation bound, Optional<Outliving> simulated) {
    assertTrue(bound.seconds().isPresent() || simulated.isEmpty(), what);
    bound
        .mean()
        .ifPresent(mean -> assertEquals(Optional.of(mean), simulated.map(Outliving::mean), what));
  }

  /** A bound of nothing is of what is looked up at each call, whatever a caller keeps. */
  private static void assertWithin(String what, Revocation bound, Optional<Outliving> simulated) {
    bound
        .seconds()
        .ifPresent(
            most -> {
              bound.mean().ifPresent(mean -> assertTrue(mean <= most * ROUNDED, what));
              assertEquals(bound.mean().isPresent(), bound.accesses().isPresent(), what);
              assertEquals(
                  bound.mean().filter(mean -> mean > 0).isPresent(),
                  bound.accesses().filter(accesses -> accesses > 0).isPresent(),
                  what);
              simulated
                  .filter(any -> most > 0)
                  .ifPresent(
                      outliving ->
                          assertTrue(
                              outliving.mean() <= outliving.max()
                                  && outliving.max() <= (most + ON_ITS_WAY) * ROUNDED,
                              () -> what + ": " + outliving + " beyond " + most));
            });
  }
}
