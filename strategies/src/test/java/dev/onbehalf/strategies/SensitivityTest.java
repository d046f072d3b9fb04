package dev.onbehalf.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.simulation.Runs;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import dev.onbehalf.strategy.CredentialStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verdict is said to rest on is what running the changed file shows, and nothing else. */
final class SensitivityTest {
  /** Along the chains nobody may do anything, and no sentence says so. */
  private static final String FORGOTTEN_CHAINS =
      """
      scenario: forgotten-chains
      users: [ann, bob]
      agents: [ada, bot, cat]
      resources: [disk]
      chains: [[ada, bot], [cat, bot]]
      policies:
        - ann MAY use disk via any agent
        - bob MAY NOT use disk via bot
      """;

  private static final String ONLY =
      """
      scenario: only
      users: [ann, bob]
      agents: [bot]
      resources: [disk, mail]
      have: [mutual-tls, front-door]
      cannot: [gateway]
      policies:
        - ann MAY use disk only via bot
        - bob MAY use mail
      """;

  /** The recommendation after a change, by the kind of the change and the name of what changes. */
  private static Map<String, Optional<String>> found(Verdict verdict) {
    Map<String, Optional<String>> found = new TreeMap<>();
    for (Ground ground : verdict.becauseOf()) {
      if (ground.kind() != Ground.Kind.CANNOT && ground.kind() != Ground.Kind.HAVE) {
        ground
            .names()
            .forEach(name -> found.put(ground.kind().word() + " " + name, ground.recommended()));
      }
    }
    return found;
  }

  private static SimulationResult run(String yaml) {
    return Runs.run(
        yaml + "workload: {accesses: 1000}\n",
        1,
        Strategies.all().toArray(CredentialStrategy[]::new));
  }

  private static Verdict verdict(String yaml) {
    return run(yaml).verdict();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hr-rollout", "marketing", "relay", "research-batch", "shared-document"})
  void shippedScenario_restsOnWhatItsChangedFilesShow(String name) throws IOException {
    assertRestsOnWhatChangedFilesShow(
        Files.readString(Path.of("../scenarios", name + ".yaml"))
            .replaceFirst("(?s)\nexpect:.*", "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {FORGOTTEN_CHAINS, ONLY})
  void scenario_restsOnWhatItsChangedFilesShow(String yaml) {
    assertRestsOnWhatChangedFilesShow(yaml);
  }

  private static void assertRestsOnWhatChangedFilesShow(String yaml) {
    SimulationResult result = run(yaml);
    Map<String, Optional<String>> expected = new TreeMap<>();
    for (PolicyFacts policy : result.policies()) {
      if (!policy.id().endsWith("-only")) {
        expected.put("policy " + policy.id(), recommended(withoutLine(yaml, policy.line())));
      }
    }
    expected.put(
        "default unspecified",
        recommended(yaml.replaceFirst("policies:", "default: unspecified\npolicies:")));
    if (yaml.equals(FORGOTTEN_CHAINS)) {
      expected.put("chain ada then bot", recommended(yaml.replace("[ada, bot], ", "")));
      expected.put("chain cat then bot", recommended(yaml.replace(", [cat, bot]", "")));
    }
    expected.values().removeIf(result.verdict().recommended()::equals);
    if (yaml.equals(FORGOTTEN_CHAINS) && !expected.toString().contains("chain")) {
      Optional<String> withoutAny = recommended(yaml.replaceFirst("chains: .*\n", ""));
      expected.put("chain ada then bot", withoutAny);
      expected.put("chain cat then bot", withoutAny);
    }
    assertEquals(expected, found(result.verdict()));
  }

  private static Optional<String> recommended(String yaml) {
    return verdict(yaml).recommended();
  }

  private static String withoutLine(String yaml, int line) {
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    lines.remove(line - 1);
    return String.join("\n", lines) + "\n";
  }

  @Test
  void chainsThatNoSentenceSpeaksOf_areSaidToDecideTogether() {
    String sentences = verdict(FORGOTTEN_CHAINS).becauseOf().toString();
    assertTrue(
        sentences.contains(
            "declared chains that no sentence speaks of decide: without [[ada, bot], [cat, bot]], "),
        sentences);
  }

  private static final String PILOT =
      """
      scenario: pilot
      users: [dana, omar]
      agents: [hr-agent]
      resources: {records: [read, modify]}
      %s
      policies:
        - dana, omar MAY use records directly
        - dana MAY modify records via hr-agent
        - omar MAY NOT modify records via hr-agent
      """;

  private static final String MAILBOX =
      """
      scenario: mailbox
      users: [ann]
      agents: [bot]
      resources: [mail]
      %s
      policies:
        - ann MAY use mail
      """;

  private static List<String> sentences(Verdict verdict, Ground.Kind kind) {
    return verdict.becauseOf().stream()
        .filter(ground -> ground.kind() == kind)
        .map(Ground::sentence)
        .toList();
  }

  @Test
  void habitThatRulesOutTheCheapest_isSaidToWithTheNameOfWhatWouldDo() {
    Verdict verdict = verdict(MAILBOX.formatted("cannot: [pass-user-tokens]"));
    assertEquals(
        List.of("without `cannot: pass-user-tokens`, credential-inheritance would do"),
        sentences(verdict, Ground.Kind.CANNOT));
  }

  @Test
  void ruledOutWord_thatChangesNothing_isNotSaid() {
    Verdict verdict = verdict(MAILBOX.formatted("cannot: [gateway]"));
    assertEquals(Optional.of("credential-inheritance"), verdict.recommended());
    assertEquals(List.of(), sentences(verdict, Ground.Kind.CANNOT));
  }

  @Test
  void machineryThatIsThere_isFree_andSaidToMakeTheDifference() {
    Verdict verdict =
        verdict(PILOT.formatted("have: [agent-clients, token-exchange, agent-aware-resources]"));
    assertEquals(Optional.of("token-exchange"), verdict.recommended());
    assertEquals(
        List.of("with nothing there yet, agent-mtls-strict would be cheaper"),
        sentences(verdict, Ground.Kind.HAVE));
  }

  @Test
  void habits_areThoseOfTheStrategiesThatHaveThem() {
    SimulationResult result =
        run(PILOT.formatted("cannot: [store-user-secrets, pass-user-tokens, consent]"));
    assertEquals(
        List.of(
            "agent-header",
            "agent-mtls",
            "agent-mtls-strict",
            "credential-inheritance",
            "exchange-impersonation",
            "workload-proof"),
        ruledOutBy(result, "pass-user-tokens").sorted().toList());
    assertEquals(
        List.of("secret-broker", "shared-credential"),
        ruledOutBy(result, "store-user-secrets").sorted().toList());
    assertEquals(List.of("client-id", "may-act"), ruledOutBy(result, "consent").sorted().toList());
    assertEquals(
        List.of("store-user-secrets", "pass-user-tokens", "consent"), result.scenario().cannot());
  }

  private static Stream<String> ruledOutBy(SimulationResult result, String word) {
    return result.strategies().stream()
        .filter(strategy -> strategy.ruledOutBy().contains(word))
        .map(strategy -> strategy.name());
  }
}
