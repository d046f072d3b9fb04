package dev.onbehalf.reports.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.Samples;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The result file has the members that other programs rely on, and can be read back. */
final class ResultJsonTest {
  private static final SortedMap<String, String> ENVIRONMENT =
      new TreeMap<>(Map.of("java", "17", "os", "Linux"));

  @Test
  void members_standInTheOrderOfTheFormat() {
    assertEquals(
        List.of(
            "formatVersion",
            "scenario",
            "policies",
            "verdict",
            "boundary",
            "accounts",
            "plan",
            "strategies",
            "expectations",
            "environment"),
        names(tree()));
    assertEquals(
        List.of(
            "name",
            "about",
            "file",
            "sha256",
            "users",
            "agents",
            "resources",
            "policies",
            "requests",
            "have",
            "cannot",
            "require",
            "crossed"),
        names(tree().at("/scenario")));
    assertEquals(
        List.of("id", "line", "text", "because", "effect", "scope", "vacuous"),
        names(tree().at("/policies/0")));
    assertEquals(
        List.of(
            "signatures",
            "verifications",
            "roundTrips",
            "tokenBytes",
            "cachedBy",
            "standing",
            "workload"),
        names(tree().at("/strategies/0/cost")));
    assertEquals(
        List.of(
            "credentials",
            "kinds",
            "growth",
            "registrations",
            "policyEntries",
            "changedByJoiner",
            "changedByLeaver",
            "changedByAgent"),
        names(tree().at("/strategies/0/cost/standing")));
    assertEquals(
        List.of(
            "mintsPer1000Accesses",
            "cacheHitRate",
            "liveTokens",
            "utilisation",
            "saturated",
            "serviceMillis",
            "addedLatencyMillis",
            "secondsAfterRevocation",
            "latencyShares",
            "mintsByLifetime"),
        names(tree().at("/strategies/0/cost/workload")));
    assertEquals(
        List.of("p50", "p95", "p99"),
        names(tree().at("/strategies/0/cost/workload/addedLatencyMillis")));
    assertEquals(
        List.of(
            "total",
            "indeterminate",
            "denyBiasedWronglyDenied",
            "permitBiasedWronglyPermitted",
            "fewestWrong"),
        names(tree().at("/strategies/0/requests")));
  }

  @Test
  void request_hasTheMembersOfTheFormat() {
    assertEquals(
        "{\"user\":\"omar\",\"via\":[\"hr-agent\"],\"resource\":\"employee-records\","
            + "\"action\":\"modify\",\"context\":{}}",
        tree().at("/strategies/0/policies/0/witness/denied").toString());
  }

  @Test
  void effect_isWrittenInWords() {
    assertEquals("MAY NOT", tree().at("/policies/3/effect").stringValue());
  }

  @Test
  void recommendation_thatDoesNotExist_isNull() {
    byte[] json = ResultJson.write(Samples.manyPolicies(1), ENVIRONMENT);
    assertTrue(JsonMapper.shared().readTree(json).at("/verdict/recommended").isNull());
  }

  @Test
  void witness_thatDoesNotExist_isLeftOut() {
    assertFalse(tree().at("/strategies/0/policies/1").has("witness"));
    assertTrue(tree().at("/strategies/0/policies/0").has("witness"));
  }

  @Test
  void text_endsWithOneLineFeedAndHasNoCarriageReturn() {
    String text = new String(ResultJson.write(Samples.hrRollout(), ENVIRONMENT), UTF_8);
    assertTrue(text.endsWith("\n}\n"), text);
    assertFalse(text.contains("\r"), text);
  }

  @Test
  void result_readBackAndWrittenAgain_isTheSameBytes() throws InvalidResultException {
    byte[] json = ResultJson.write(Samples.hrRollout(), ENVIRONMENT);
    SimulationResult read = ResultJson.read(json).result();
    assertEquals(Samples.hrRollout(), read);
    assertArrayEquals(json, ResultJson.write(read, ENVIRONMENT));
  }

  @Test
  void unknownMembers_areIgnored() throws InvalidResultException {
    String json = new String(ResultJson.write(Samples.hrRollout(), ENVIRONMENT), UTF_8);
    String later = json.replace("\"cost\" : {", "\"weather\" : {\"sky\": \"blue\"}, \"cost\" : {");
    assertEquals(Samples.hrRollout(), ResultJson.read(later.getBytes(UTF_8)).result());
  }

  @Test
  void timing_hasTheMembersOfTheFormat() throws InvalidResultException {
    SimulationResult measured = Samples.hrRollout().with(Map.of("header", Samples.timing()));
    byte[] json = ResultJson.write(measured, ENVIRONMENT);
    assertEquals(measured, ResultJson.read(json).result());
    JsonNode strategies = JsonMapper.shared().readTree(json).at("/strategies");
    assertFalse(strategies.get(0).has("timing"));
    JsonNode timing = strategies.get(1).get("timing");
    assertEquals("quick", timing.get("mode").stringValue());
    assertEquals(List.of("obtain", "verify", "decide", "access"), names(timing).subList(4, 8));
    assertEquals(
        List.of(
            "nanosPerOperation",
            "cpuNanosPerOperation",
            "bytesPerOperation",
            "multipleOfFloor",
            "floorNanosPerOperation",
            "interval",
            "forkNanos",
            "relativeHalfWidth",
            "steadyForks"),
        names(timing.get("obtain")));
    assertFalse(timing.get("decide").has("multipleOfFloor"));
    assertEquals(0.125, timing.at("/obtain/relativeHalfWidth").doubleValue());
    assertEquals(1, timing.at("/obtain/steadyForks").intValue());
    assertEquals(2, timing.get("forks").intValue());
  }

  @Test
  void timing_ofOlderFile_knowsNothingOfSteadyStates() throws InvalidResultException {
    SimulationResult measured = Samples.hrRollout().with(Map.of("header", Samples.timing()));
    String json = new String(ResultJson.write(measured, ENVIRONMENT), UTF_8);
    String older = json.replaceAll(",\\s*\"(relativeHalfWidth|steadyForks)\" : [0-9.]+", "");
    assertFalse(older.contains("steadyForks") || older.contains("relativeHalfWidth"));
    Timing timing =
        ResultJson.read(older.getBytes(UTF_8)).result().strategies().stream()
            .flatMap(strategy -> strategy.timing().stream())
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.empty(), timing.obtain().relativeHalfWidth());
    assertEquals(Optional.empty(), timing.obtain().steadyForks());
  }

  @Test
  void revocationThatEndsNothing_isNull() {
    JsonNode seconds = tree().at("/strategies/0/cost/workload/secondsAfterRevocation");
    assertEquals(
        "{\"mean\":150.5,\"p99\":297.0,\"max\":299.9,\"accesses\":7.5}",
        seconds.get("user").toString());
    assertTrue(seconds.get("agent").isNull());
  }

  @Test
  void unknownText_isNull() {
    assertTrue(tree().at("/policies/0/because").isNull());
    assertEquals(Optional.empty(), Samples.hrRollout().policies().get(0).because());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{\"formatVersion\": 1}   | format version 1, written by an older sim.jar; run it again",
        "{\"formatVersion\": 3}   | expected `formatVersion` 2, but found `3`",
        "{\"formatVersion\": \"2\"} | expected `formatVersion` 2, but found `\"2\"`",
        "{\"verdict\": {}}        | expected `formatVersion` 2, but found none",
        "[]                     | expected `formatVersion` 2, but found none",
        "{\"formatVersion\": 2,   | expected a JSON object, but it breaks at line 1, column",
        "{\"formatVersion\": 2} x | expected a JSON object, but it breaks at line 1, column",
        "{\"formatVersion\": 2}   | `scenario` is missing",
        "{\"formatVersion\": 2, \"scenario\": {\"users\": \"many\"}} | `scenario.users` is missing or",
      })
  void brokenFile_isRefusedWithWhatWasExpected(String json, String message) {
    InvalidResultException refused =
        assertThrows(InvalidResultException.class, () -> ResultJson.read(json.getBytes(UTF_8)));
    assertTrue(refused.toString().contains(message), refused.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/policies/0|effect|may|`policies[0].effect`: expected `MAY NOT` or `MAY`, but found `may`",
        "/verdict|onBehalfOf|maybe|`verdict.onBehalfOf`: expected `not-required` or `required`, but",
        "/boundary/0|needs|luck|`boundary[0].needs`: expected `none` or `user` or",
        "/boundary/0/proof/1|against|agent-never-matters|`boundary[0].proof[1].against`",
        "/strategies/0/points/0|point|RESOURCE|`strategies[0].points[0].point`: expected `issuance`",
        "/strategies/2/cost/standing|growth|0|`strategies[2].cost.standing.growth`: expected",
        "/strategies/2/cost/standing|growth|\"\"|`strategies[2].cost.standing.growth`",
      })
  void word_thatTheFormatDoesNotKnow_isRefused(
      String where, String member, String word, String message) {
    JsonNode tree = tree();
    ((ObjectNode) tree.at(where)).put(member, word);
    assertRefused(tree, message);
  }

  @Test
  void number_whereTheFormatHasAWord_isRefused() {
    JsonNode tree = tree();
    ((ObjectNode) tree.at("/strategies/2/cost/standing")).put("growth", 0);
    assertRefused(tree, "`strategies[2].cost.standing.growth`");
  }

  private static void assertRefused(JsonNode result, String message) {
    InvalidResultException refused =
        assertThrows(
            InvalidResultException.class, () -> ResultJson.read(result.toString().getBytes(UTF_8)));
    assertTrue(refused.toString().contains(message), refused.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/abs/x", "x/y", "..", "", "-x", "X", "x.y", "x\\\\y", "x\\n"})
  void scenarioName_thatNoScenarioCanHave_isRefused(String name) {
    String json = new String(ResultJson.write(Samples.hrRollout(), ENVIRONMENT), UTF_8);
    String other = json.replace("\"name\" : \"hr-rollout\"", "\"name\" : \"" + name + "\"");
    InvalidResultException refused =
        assertThrows(InvalidResultException.class, () -> ResultJson.read(other.getBytes(UTF_8)));
    assertTrue(refused.toString().contains("can't name a scenario"), refused.toString());
  }

  @Test
  void emptyFile_isRefused() {
    assertThrows(InvalidResultException.class, () -> ResultJson.read(new byte[0]));
  }

  private static JsonNode tree() {
    return JsonMapper.shared().readTree(ResultJson.write(Samples.hrRollout(), ENVIRONMENT));
  }

  private static List<String> names(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }
}
