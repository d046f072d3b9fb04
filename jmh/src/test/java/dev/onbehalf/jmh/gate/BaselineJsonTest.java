package dev.onbehalf.jmh.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A baseline file is a result file of JMH, and comes back as it was saved. */
class BaselineJsonTest {
  private static final SavedBaseline BASELINE =
      new SavedBaseline(
          new TreeMap<>(Map.of("name", "sim.jar", "saved", "2026-01-01")),
          new TreeMap<>(Map.of("java", "17.0.15+6", "vm", "OpenJDK 64-Bit Server VM")),
          new Inventory(
              new TreeMap<>(
                  Map.of("exchange", new Counts(new TreeMap<>(Map.of("signatures", 2L)))))),
          new TreeMap<>(Map.of("exchange", 104_420.0)),
          new TreeMap<>(
              Map.of(
                  new Row("exchange", Benchmark.ACCESS), List.of(4_400_000.0, 4_500_000.5),
                  new Row("exchange", Benchmark.OWN_CODE), List.of(103_000.0))));

  private static String file() {
    return BaselineJson.write(BASELINE);
  }

  @Test
  void baseline_comesBackAsItWasSaved() throws IncomparableException {
    assertEquals(BASELINE, BaselineJson.read(file().getBytes(UTF_8)));
  }

  @Test
  void file_isAnArrayOfWhatViewersOfJmhRead() {
    JsonNode results = JsonMapper.builder().build().readTree(file());
    assertTrue(results.isArray());
    assertEquals(2, results.size());
    for (JsonNode result : results) {
      for (String member :
          List.of("benchmark", "mode", "forks", "params", "primaryMetric", "secondaryMetrics")) {
        assertTrue(result.has(member), member);
      }
      JsonNode metric = result.path("primaryMetric");
      for (String member : List.of("score", "scoreError", "scoreUnit", "rawData")) {
        assertTrue(metric.has(member), member);
      }
      assertTrue(metric.path("rawData").get(0).get(0).isNumber());
      assertTrue(result.path("sim").isObject());
    }
  }

  @Test
  void file_whichJmhDidNotMeasure_namesNoVersionOfJmh() {
    assertFalse(file().contains("jmhVersion"), file());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "                    | expected an array of JMH results, but found nothing",
        "x                   | it isn't JSON (line 1, column 1)",
        "{                   | it isn't JSON (line 1, column",
        "{}                  | expected an array of JMH results, but found something else",
        "7                   | expected an array of JMH results, but found something else",
        "[]                  | expected an array of JMH results, but found an empty one",
        "[{}]                | expected JMH results, but the first has no `benchmark`",
        "[7]                 | expected JMH results, but the first has no `benchmark`",
        "[{\"benchmark\": \"x\", \"primaryMetric\": {}}] | expected results saved by `bench --save`",
      })
  void file_ofAnotherKind_isRefused(String file, String message) {
    assertRefused(file == null ? "" : file, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"protocol\" : 1      | \"protocol\" : 2      | expected benchmarks of version 1, but found version 2",
        "sim.bench/1           | sim.bench/9           | no `sim` of schema `sim.bench/1`",
        "gate.Call.ACCESS      | gate.Call.OTHER       | expected a benchmark of the gate",
        "\"signatures\" : 2    | \"signatures\" : \"two\" | expected a whole number of `signatures`, but found `two`",
        "\"signatures\" : 2    | \"signatures\" : 9223372036854775808 | of `signatures`, but found `9223372036854775808`",
        "103000.0              | 1e999                 | expected a positive number, but found",
        "104420.0              | \"NaN\"               | expected a positive number, but found `NaN`",
        "103000.0              | -1                    | expected a positive number, but found `-1`",
      })
  void file_withAnotherWord_isRefused(String word, String other, String message) {
    String changed = file().replace(word, other);
    assertTrue(!changed.equals(file()), word);
    assertRefused(changed, message);
  }

  @Test
  void file_nestedTooDeep_isRefused() {
    assertRefused(
        "[".repeat(100_000), "expected an array of JMH results, but it is nested too deep");
  }

  private static void assertRefused(String file, String message) {
    IncomparableException refusal =
        assertThrows(IncomparableException.class, () -> BaselineJson.read(file.getBytes(UTF_8)));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains(message), () -> "" + refusal.getMessage());
  }
}
