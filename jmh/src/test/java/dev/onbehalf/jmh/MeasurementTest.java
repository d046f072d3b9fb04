package dev.onbehalf.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Operation;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every registered strategy is measured in every step, beside the floor that it has. */
class MeasurementTest {
  private static final List<String> STRATEGIES =
      ServiceLoader.load(CredentialStrategy.class).stream()
          .map(provider -> provider.get().about().name())
          .toList();

  private static Plan plan(SigningAlgorithm signing) {
    return new Plan(Mode.SMOKE, SigningProvider.fastest(), signing);
  }

  @ParameterizedTest
  @EnumSource(SigningAlgorithm.class)
  void everyStrategy_isMeasuredInEveryStep(SigningAlgorithm signing) throws MeasurementException {
    Measurement measurement = Measurement.run(STRATEGIES, plan(signing), Progress.NONE);
    assertTrue(STRATEGIES.size() >= 3, STRATEGIES.toString());
    for (String strategy : STRATEGIES) {
      Timing timing = measurement.timing(strategy);
      Stream.of(timing.obtain(), timing.verify(), timing.decide(), timing.access())
          .forEach(MeasurementTest::assertMeasured);
    }
    assertEquals(
        4 * STRATEGIES.size(), measurement.jmhJson().split("\"primaryMetric\"", -1).length - 1);
  }

  private static void assertMeasured(Operation operation) {
    assertTrue(operation.nanosPerOperation() > 0, operation.toString());
    assertTrue(operation.cpuNanosPerOperation() > 0, operation.toString());
    assertTrue(operation.bytesPerOperation() >= 0, operation.toString());
    assertEquals(1, operation.forkNanos().size(), operation.toString());
    assertEquals(Optional.empty(), operation.relativeHalfWidth(), operation.toString());
    assertEquals(Optional.of(0), operation.steadyForks(), operation.toString());
  }

  @Test
  void multipleOfFloor_isThereWhereSomethingIsSignedOrVerified() throws MeasurementException {
    Measurement measurement =
        Measurement.run(
            List.of("credential-inheritance", "service-account"),
            plan(SigningAlgorithm.ES256),
            Progress.NONE);
    Timing inheritance = measurement.timing("credential-inheritance");
    assertTrue(inheritance.obtain().multipleOfFloor().isEmpty());
    assertTrue(inheritance.verify().multipleOfFloor().isPresent());
    assertTrue(inheritance.access().multipleOfFloor().isPresent());
    Timing account = measurement.timing("service-account");
    assertTrue(account.obtain().multipleOfFloor().isPresent());
    assertTrue(account.decide().multipleOfFloor().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    // strategy             | signatures, verifications, round trips
    "credential-inheritance, 0, 0, 0",
    "service-account,        1, 0, 1",
    // An actor token, then the exchange: it verifies subject and actor token.
    "token-exchange,         2, 2, 2",
  })
  void costOfObtaining_isCounted(
      String strategy, long signatures, long verifications, long roundTrips) {
    var steps = Measurement.steps(strategy, plan(SigningAlgorithm.ES256));
    assertEquals(
        new OperationCounts(signatures, verifications, roundTrips), steps.costOfObtaining());
    assertEquals(new OperationCounts(0, 1, 0), steps.costOfVerifying());
  }
}
