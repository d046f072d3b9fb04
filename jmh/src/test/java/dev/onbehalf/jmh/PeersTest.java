package dev.onbehalf.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.Timing.Operation;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;

/**
 * Every peer mints the token in one run; {@code -Dpeers=QUICK} or {@code FULL} makes the numbers
 * worth reading.
 */
class PeersTest {
  private static final List<String> LIBRARIES = List.of("onbehalf", "jjwt", "jose4j", "java-jwt");

  @Test
  void everyPeer_isMeasured() throws MeasurementException {
    Mode mode = Mode.valueOf(System.getProperty("peers", Mode.SMOKE.name()));
    Plan plan = new Plan(mode, SigningProvider.JDK, SigningAlgorithm.ES256);
    Collection<RunResult> results =
        new Runs(PeersBenchmark.class, "library", LIBRARIES, plan, Runs.PATIENCE)
            .run(Progress.NONE);
    assertEquals(
        LIBRARIES.stream().sorted().toList(),
        results.stream().map(run -> Runs.subject(run.getParams())).sorted().toList());
    results.forEach(PeersTest::report);
  }

  private static void report(RunResult result) {
    Operation mint = Statistics.of(result);
    assertTrue(mint.multipleOfFloor().orElseThrow() > 0, mint.toString());
    System.out.printf("%-10s %s%n", Runs.subject(result.getParams()), mint);
  }
}
