package dev.onbehalf.products.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.products.authzen.AuthZenEngine;
import dev.onbehalf.products.authzen.Comparison;
import dev.onbehalf.products.authzen.Connection;
import dev.onbehalf.products.cerbos.CerbosExport;
import dev.onbehalf.products.export.CerbosServer.Outcome;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cerbos itself, asked over AuthZEN, says what the sentences say, by the policies written for it.
 */
final class CerbosTest {
  private static final int WORLDS = 100;
  private static final String KIND = "resource: resource\n";

  private static final String NIGHTLY =
      """
      scenario: nightly
      users: [ann, bob]
      agents: [bot]
      resources: [disk]
      context: {mode: [live, batch]}
      policies:
        - anyone MAY use disk via bot
        - bob MAY NOT use disk via bot when mode is batch
      """;

  @TempDir private Path folder = Path.of("");

  private final Map<String, Scenario> byKind = new LinkedHashMap<>();

  private static Scenario nightly() throws Exception {
    return ScenarioReader.read("nightly.yaml", NIGHTLY.getBytes(StandardCharsets.UTF_8));
  }

  private static String policy(Scenario scenario) {
    return CerbosExport.files(Export.ofEverything(scenario, "world.yaml")).get(0).text();
  }

  private void add(String kind, Scenario scenario, String policy) throws IOException {
    byKind.put(kind, scenario);
    Path file = Files.createDirectories(folder.resolve("policies")).resolve(kind + ".yaml");
    Files.writeString(file, policy.replace(KIND, "resource: " + kind + "\n"));
  }

  @Test
  void everyWorld_isDecidedAsTheSentencesSay() throws Exception {
    List<Scenario> scenarios =
        Stream.concat(TrialScenarios.written().stream(), TrialScenarios.random(WORLDS)).toList();
    for (int i = 0; i < scenarios.size(); i++) {
      add("world" + i, scenarios.get(i), policy(scenarios.get(i)));
    }
    int requests = 0;
    try (CerbosServer server = new CerbosServer(folder.resolve("policies"), folder)) {
      for (Map.Entry<String, Scenario> world : byKind.entrySet()) {
        Comparison comparison = compare(world.getValue(), server.connection(world.getKey()));
        assertEquals(List.of(), comparison.differences(), () -> world.toString());
        requests += comparison.asked();
      }
    }
    int asked = requests;
    assertTrue(asked > 5_000, () -> asked + " requests");
  }

  @Test
  void pointThatSeesUserAndAgent_isAskedLikeAnyEngine() throws Exception {
    Proof proof = Proof.of("user", "agent");
    List<Scenario> scenarios =
        TrialScenarios.written().stream()
            .filter(one -> List.of("hr-rollout", "shared-document").contains(one.name()))
            .toList();
    assertEquals(2, scenarios.size());
    for (Scenario scenario : scenarios) {
      List<Design> designs = List.of(Design.ofAll("any", proof, scenario));
      Mapping point = new Export(scenario, "a.yaml", designs).points().get(0);
      add(scenario.name(), scenario, CerbosExport.files(point).get(0).text());
    }
    try (CerbosServer server = new CerbosServer(folder.resolve("policies"), folder)) {
      for (Scenario scenario : scenarios) {
        assertEquals(List.of(), sentences(compare(scenario, server.connection(scenario.name()))));
      }
    }
  }

  private static Comparison compare(Scenario scenario, Connection connection) throws Exception {
    return Comparison.of(scenario, scenario.requests().toList(), new AuthZenEngine(connection));
  }

  @Test
  void prohibitionLeftOut_isNoticed() throws Exception {
    String policy = policy(nightly());
    int last = policy.indexOf("    # p2 ");
    assertTrue(policy.indexOf("EFFECT_DENY") > last, policy);
    add("mutant", nightly(), policy.substring(0, last));
    try (CerbosServer server = new CerbosServer(folder.resolve("policies"), folder)) {
      assertEquals(
          List.of("bob use disk via bot when mode is batch"),
          sentences(compare(nightly(), server.connection("mutant"))));
    }
  }

  /** Cerbos skips a prohibition whose attribute is missing: hence every attribute is sent. */
  @Test
  void attributeLeftOut_permitsWhatIsProhibited() throws Exception {
    add("nightly", nightly(), policy(nightly()));
    try (CerbosServer server = new CerbosServer(folder.resolve("policies"), folder)) {
      Connection whole = server.connection("nightly");
      Pattern mode = Pattern.compile("\"mode\" : \"[a-z]+\"");
      assertEquals(
          List.of("bob use disk via bot when mode is batch"),
          sentences(
              compare(
                  nightly(),
                  (path, json) ->
                      whole.post(path, mode.matcher(json).replaceAll("\"x\" : \"\"")))));
    }
  }

  private static List<String> sentences(Comparison comparison) {
    return comparison.differences().stream().map(one -> one.request().sentence()).toList();
  }

  /** What is expected there is what {@code PointsTest} holds to the truth. */
  @Test
  void everyPoint_passesItsOwnTests() throws Exception {
    int suites = 0;
    for (Scenario scenario : TrialScenarios.written()) {
      for (Proof proof : proofs()) {
        List<Design> designs = List.of(Design.ofAll("any", proof, scenario));
        for (Mapping point : new Export(scenario, "a.yaml", designs).points()) {
          write(point, "suite" + suites++);
        }
      }
    }
    Outcome outcome = CerbosServer.compile(folder);
    assertEquals(0, outcome.code(), outcome::said);
    assertTrue(suites > 20);
  }

  private void write(Mapping point, String kind) throws IOException {
    for (ExportFile file : CerbosExport.files(point).subList(0, 2)) {
      String name = kind + file.name().substring(file.name().indexOf("policy") + 6);
      Files.writeString(
          folder.resolve(name),
          file.text()
              .replace(KIND, "resource: " + kind + "\n")
              .replace("{kind: resource,", "{kind: " + kind + ","));
    }
  }

  private static List<Proof> proofs() {
    List<String> user = List.of("user", "context");
    List<String> pair = List.of("user", "agent");
    return List.of(
        Proof.of("user", "agent", "prior-agents", "context"),
        Proof.atResource(pair, List.of("agent")).after(Point.GATEWAY, user));
  }
}
