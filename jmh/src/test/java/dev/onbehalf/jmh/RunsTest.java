package dev.onbehalf.jmh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.token.jose.SigningAlgorithm;
import dev.onbehalf.token.jose.SigningProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A measuring process that ends badly leaves one clear line, and one that hangs is ended. */
class RunsTest {
  @ParameterizedTest
  @CsvSource({
    "throws, 600, measuring `run throws` failed: , no token",
    "dies,   600, measuring `run dies` failed: , exit code 3",
    "hangs,    5, measuring `run hangs` failed: , said nothing for 5 s and was ended",
  })
  void badFork_isReportedInOneLine(String end, int patience, String start, String reason) {
    Plan plan = new Plan(Mode.QUICK, SigningProvider.JDK, SigningAlgorithm.ES256);
    Runs runs =
        new Runs(BadFork.class, "strategy", List.of(end), plan, Duration.ofSeconds(patience));
    String message =
        assertThrows(MeasurementException.class, () -> runs.run(Progress.NONE)).toString();
    assertTrue(message.contains(": " + start), message);
    assertTrue(message.contains(reason), message);
    assertTrue(message.lines().count() == 1, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-Dx=y -Xint", "-javaagent:a.jar", "@file"})
  void options_thatChangeHowJavaRuns_areRefused(String options) {
    String message =
        assertThrows(
                MeasurementException.class,
                () -> Runs.requireHarmless(Map.of("JDK_JAVA_OPTIONS", options)))
            .toString();
    assertTrue(message.contains("JDK_JAVA_OPTIONS"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-Dfile.encoding=UTF-8", "-Dhttp.proxyHost=a -Dhttp.proxyPort=1"})
  void options_thatSetProperties_areHarmless(String options) {
    assertDoesNotThrow(() -> Runs.requireHarmless(Map.of("JAVA_TOOL_OPTIONS", options)));
  }
}
