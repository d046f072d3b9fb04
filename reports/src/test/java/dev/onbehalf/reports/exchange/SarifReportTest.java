package dev.onbehalf.reports.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.reports.html.Hostile;
import dev.onbehalf.reports.html.Results;
import dev.onbehalf.simulation.result.SimulationResult;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings stand at their lines, in the structure that SARIF 2.1.0 asks for. */
final class SarifReportTest {
  @Test
  void log_hasWhatTheStandardRequires() {
    JsonNode log = parse(Results.withFailedExpectation());
    assertEquals("2.1.0", log.get("version").asString());
    JsonNode driver = log.at("/runs/0/tool/driver");
    assertEquals("onbehalf", driver.get("name").asString());
    Set<String> rules = new TreeSet<>();
    driver.get("rules").forEach(rule -> rules.add(rule.get("id").asString()));
    for (JsonNode result : log.at("/runs/0/results")) {
      assertTrue(rules.contains(result.get("ruleId").asString()));
      assertTrue(Set.of("error", "warning", "note").contains(result.get("level").asString()));
      assertTrue(!result.at("/message/text").asString().isBlank());
      assertTrue(result.at("/locations/0/physicalLocation/region/startLine").asInt() >= 1);
    }
  }

  @Test
  void failedCount_standsAtThePoliciesThatFellShort() {
    JsonNode results = parse(Results.withFailedExpectation()).at("/runs/0/results");
    JsonNode count = results.get(2);
    assertEquals("expectation-failed", count.get("ruleId").asString());
    assertEquals(14, count.at("/locations/0/physicalLocation/region/startLine").asInt());
    assertEquals(
        "scenarios/hr-rollout.yaml",
        count.at("/locations/0/physicalLocation/artifactLocation/uri").asString());
    assertEquals(18, count.at("/relatedLocations/0/physicalLocation/region/startLine").asInt());
    assertEquals(4, results.size());
  }

  @Test
  void strategyThatFailed_isANotificationOfAnUnsuccessfulExecution() {
    JsonNode run = parse(Results.withFailedStrategy()).at("/runs/0");
    assertEquals(0, run.get("results").size());
    JsonNode invocation = run.at("/invocations/0");
    assertFalse(invocation.get("executionSuccessful").asBoolean());
    JsonNode notification = invocation.at("/toolExecutionNotifications/0");
    assertEquals("error", notification.get("level").asString());
    assertEquals(
        "strategy my-own (my.jar) failed: it broke, \"twice\"",
        notification.at("/message/text").asString());
    assertEquals(
        "scenarios/hr-rollout.yaml",
        notification.at("/locations/0/physicalLocation/artifactLocation/uri").asString());
    assertEquals(
        run.at("/tool/driver/notifications/0/id").asString(),
        notification.at("/descriptor/id").asString());
  }

  @Test
  void runWithoutFailures_isASuccessfulExecution() {
    JsonNode invocation = parse(Results.withFailedExpectation()).at("/runs/0/invocations/0");
    assertTrue(invocation.get("executionSuccessful").asBoolean());
    assertFalse(invocation.has("toolExecutionNotifications"));
  }

  @Test
  void policyThatNothingEnforces_isAWarningAtItsLine() {
    JsonNode results = parse(Results.researchBatch()).at("/runs/0/results");
    assertEquals(2, results.size());
    assertEquals("policy-not-enforceable", results.get(0).get("ruleId").asString());
    assertEquals("warning", results.get(0).get("level").asString());
    assertEquals(15, results.at("/0/locations/0/physicalLocation/region/startLine").asInt());
    assertEquals(17, results.at("/1/locations/0/physicalLocation/region/startLine").asInt());
  }

  @Test
  void scenarioThatHolds_hasNoFindings() {
    assertEquals(0, parse(Results.hrRollout()).at("/runs/0/results").size());
  }

  @Test
  void fileNames_becomeUriReferences() {
    assertEquals("scenarios/a%20b.yaml", SarifReport.uri("scenarios/a b.yaml"));
    assertEquals("./c:d.yaml", SarifReport.uri("c:d.yaml"));
    assertEquals("file:///tmp/x.yaml", SarifReport.uri("/tmp/x.yaml"));
    URI.create(
        parse(Hostile.result())
            .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
            .asString());
  }

  private static JsonNode parse(SimulationResult result) {
    return JsonMapper.builder().build().readTree(SarifReport.render(List.of(result)));
  }
}
