package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.FailedStrategy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results as SARIF 2.1.0, for the code views of CI servers: what is wrong, at its line. */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String STRATEGY_FAILED = "strategy-failed";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SarifReport() {}

  /** One run with the findings of all scenarios. */
  public static String render(List<SimulationResult> results) {
    ObjectNode log = JSON.createObjectNode();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    addTool(run.putObject("tool").putObject("driver"));
    addInvocation(run.putArray("invocations").addObject(), results);
    // SARIF section 3.14.17: how columns are counted.
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode findings = run.putArray("results");
    results.stream().flatMap(Finding::of).forEach(finding -> add(findings.addObject(), finding));
    return log.toPrettyString() + "\n";
  }

  private static void addTool(ObjectNode driver) {
    driver.put("name", "onbehalf");
    ArrayNode rules = driver.putArray("rules");
    for (FindingRule rule : FindingRule.values()) {
      ObjectNode entry = rules.addObject();
      entry.put("id", rule.id());
      entry.putObject("shortDescription").put("text", rule.description());
      entry.putObject("defaultConfiguration").put("level", rule.level());
    }
    ObjectNode failed = driver.putArray("notifications").addObject();
    failed.put("id", STRATEGY_FAILED);
    failed.putObject("shortDescription").put("text", "A strategy failed and has no results.");
  }

  /** SARIF section 3.20.21: what kept the tool from looking at all there is isn't a result. */
  private static void addInvocation(ObjectNode invocation, List<SimulationResult> results) {
    boolean successful = results.stream().allMatch(result -> result.failed().isEmpty());
    invocation.put("executionSuccessful", successful);
    if (!successful) {
      ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
      results.forEach(
          result -> result.failed().forEach(one -> add(notifications.addObject(), result, one)));
    }
  }

  private static void add(
      ObjectNode notification, SimulationResult result, FailedStrategy failure) {
    notification.putObject("descriptor").put("id", STRATEGY_FAILED);
    notification.put("level", "error");
    notification.putObject("message").put("text", "strategy " + ResultWords.sentence(failure));
    ObjectNode location = notification.putArray("locations").addObject();
    location
        .putObject("physicalLocation")
        .putObject("artifactLocation")
        .put("uri", uri(result.scenario().file()));
  }

  private static void add(ObjectNode result, Finding finding) {
    result.put("ruleId", finding.rule().id());
    result.put("level", finding.rule().level());
    result.putObject("message").put("text", finding.message());
    addLocation(
        result.putArray("locations").addObject(),
        finding.file(),
        finding.line(),
        finding.column(),
        Optional.empty());
    if (!finding.related().isEmpty()) {
      addRelated(result.putArray("relatedLocations"), finding);
    }
  }

  private static void addRelated(ArrayNode related, Finding finding) {
    IntStream.range(0, finding.related().size())
        .forEach(
            i ->
                addLocation(
                    related.addObject().put("id", i + 1),
                    finding.file(),
                    finding.related().get(i).line(),
                    Optional.empty(),
                    Optional.of(finding.related().get(i).words())));
  }

  private static void addLocation(
      ObjectNode location,
      String file,
      int line,
      Optional<Integer> column,
      Optional<String> words) {
    ObjectNode place = location.putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", uri(file));
    ObjectNode region = place.putObject("region").put("startLine", line);
    column.ifPresent(number -> region.put("startColumn", number));
    words.ifPresent(text -> location.putObject("message").put("text", text));
  }

  /** The file name as a URI reference: relative when the name is. */
  static String uri(String file) {
    try {
      String path = file.replace('\\', '/');
      String scheme = path.startsWith("/") ? "file" : null;
      // A colon in the first segment would read as a scheme (RFC 3986 section 4.2).
      String unambiguous = scheme == null && path.contains(":") ? "./" + path : path;
      return new URI(scheme, scheme == null ? null : "", unambiguous, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a file can't be called `" + file + "`", e);
    }
  }
}
