package dev.onbehalf.scenario.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workload is read with its units, and an impossible one is refused at its word. */
final class WorkloadReaderTest {
  private static final String NUMBER = "expected a number from ";
  private static final String WHOLE = "expected a whole number from ";

  @Test
  void noWorkload_isTheDefault() throws InvalidScenarioException {
    assertEquals(
        Workload.DEFAULT, Reading.read(Reading.withPolicy("alice MAY use doc")).workload());
  }

  @Test
  void everyKey_isRead() throws InvalidScenarioException {
    String all =
        "workload: {accesses-per-second: 12.5, user-popularity: 0, agent-popularity: 0.8,"
            + " resource-popularity: 10, token-lifetime: 5min, round-trip: 2.5ms,"
            + " token-service-servers: 4, accesses: 1000}";
    Workload expected =
        new Workload(12.5, 0, 0.8, 10, Duration.ofMinutes(5), Duration.ofNanos(2_500_000), 4, 1000);
    assertEquals(expected, workload(all));
  }

  @Test
  void keysLeftOut_keepTheirDefaults() throws InvalidScenarioException {
    assertEquals(
        new Workload(50, 1, 1, 1, Duration.ofHours(8), Duration.ofMillis(20), 2, 200_000),
        workload("workload: {token-lifetime: 8h}"));
  }

  @ParameterizedTest
  @CsvSource({"1s, 1", "720h, 2592000", "300s, 300", "1500ms, 1.5", "0.5h, 1800"})
  void time_isReadByItsUnit(String text, double seconds) throws InvalidScenarioException {
    Workload workload = workload("workload: {token-lifetime: " + text + "}");
    assertEquals(seconds, workload.tokenLifetime().toNanos() / 1e9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accesses-per-second | 0         | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | 0.0009    | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | -1        | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | 1000000.1 | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | .nan      | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | NaN       | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | Infinity  | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | 1e3       | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | 50/s      | " + NUMBER + "0.001 to 1000000",
        "accesses-per-second | 9999999999999999999999 | " + NUMBER + "0.001 to 1000000",
        "user-popularity     | -0.1      | " + NUMBER + "0 to 10",
        "agent-popularity    | 10.01     | " + NUMBER + "0 to 10",
        "resource-popularity | high      | " + NUMBER + "0 to 10",
        "token-lifetime      | 0s        | expected a time from 1s to 720h in `ms`, `s`, `min` or"
            + " `h`",
        "token-lifetime      | 999ms     | expected a time from 1s to 720h in `ms`, `s`, `min` or"
            + " `h`",
        "token-lifetime      | 721h      | expected a time from 1s to 720h in `ms`, `s`, `min` or"
            + " `h`",
        "token-lifetime      | 300       | expected a time from 1s to 720h in `ms`, `s`, `min` or"
            + " `h`",
        "token-lifetime      | 5m        | expected a time from 1s to 720h in `ms`, `s`, `min` or"
            + " `h`",
        "round-trip          | -20ms     | expected a time from 0ms to 60s in `ms`, `s`, `min` or"
            + " `h`",
        "round-trip          | 60001ms   | expected a time from 0ms to 60s in `ms`, `s`, `min` or"
            + " `h`",
        "token-service-servers | 0       | " + WHOLE + "1 to 1000",
        "token-service-servers | 1.5     | " + WHOLE + "1 to 1000",
        "token-service-servers | 1001    | " + WHOLE + "1 to 1000",
        "accesses            | 999       | " + WHOLE + "1000 to 5000000",
        "accesses            | 5000001  | " + WHOLE + "1000 to 5000000",
      })
  void impossibleValue_isRefusedAtItsWord(String key, String value, String expected) {
    int column = "workload: {".length() + key.length() + ": ".length() + 1;
    assertEquals(
        List.of("12:" + column + ": " + expected + ", found `" + value + "`"),
        Reading.problems(with("workload: {" + key + ": " + value + "}")));
  }

  @Test
  void roundTripAsLongAsALifetime_isRefused() {
    assertEquals(
        List.of("12:45: expected a time shorter than `token-lifetime`"),
        Reading.problems(with("workload: {token-lifetime: 20s, round-trip: 20s}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workload: [50] | 12:11: `workload`: expected a map, such as"
            + " `{accesses-per-second: 50, token-lifetime: 300s}`, found a list",
        "workload: {accesses: [1]} | 12:22: `accesses`: expected a whole number from 1000 to"
            + " 5000000, found a list",
        "workload: {token-lifetme: 300s} | 12:12: unknown key `token-lifetme`; did you mean"
            + " `token-lifetime`?",
        "workload: {seed: 1} | 12:12: unknown key `seed`; expected one of `accesses-per-second`,"
            + " `user-popularity`, `agent-popularity`, `resource-popularity`, `token-lifetime`,"
            + " `round-trip`, `token-service-servers`, `accesses`",
      })
  void whatIsNoWorkload_isRefused(String line, String problem) {
    assertEquals(List.of(problem), Reading.problems(with(line)));
  }

  private static Workload workload(String line) throws InvalidScenarioException {
    return Reading.read(with(line)).workload();
  }

  private static String with(String line) {
    return Reading.withPolicy("alice MAY use doc") + line + "\n";
  }
}
