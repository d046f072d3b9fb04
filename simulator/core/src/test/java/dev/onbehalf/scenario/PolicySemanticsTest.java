package dev.onbehalf.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.scenario.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A permission covers the path it names, a prohibition every path through it; MAY NOT wins. */
final class PolicySemanticsTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', true, true",
    "'', bar, true, true",
    "'', bar baz, true, true",
    "directly, '', true, true",
    "directly, bar, false, false",
    "via bar, '', false, false",
    "via bar, bar, true, true",
    "via bar, baz, false, false",
    "via bar, bar baz, false, true",
    "via bar, baz bar, false, true",
    "via bar then baz, bar, false, false",
    "via bar then baz, bar baz, true, true",
    "via bar then baz, baz bar, false, false",
    "via bar then baz, bar qux baz, false, true",
    "via bar then baz, baz bar baz, false, true",
    "via bar then bar, bar, false, false",
    "via bar then bar, bar bar, true, true",
    "via bar, bar bar, false, true",
    "using any agent, qux, true, true",
    "using any agent, qux bar, false, true",
    "using any agent, '', false, false",
    "via bots, bar, true, true",
    "via bots, qux, false, false",
    "'via bar, qux then baz', qux baz, true, true",
    "via any agent except bar, qux, true, true",
    "via any agent except bar, bar, false, false",
    "'via any agent except bar, baz', baz, false, false",
    "via any agent except bots, qux, true, true",
    "via any agent except bar, bar qux, false, true",
    "via any agent except bar then baz, qux baz, true, true",
    "via any agent except bar then baz, bar baz, false, false",
    "'via bar, baz', baz, true, true",
    "'via bar, baz', qux, false, false"
  })
  void path_isCoveredExactlyByMayAndPassedThroughByMayNot(
      String path, String via, boolean may, boolean mayNot) throws Exception {
    List<String> agents = via.isEmpty() ? List.of() : List.of(via.split(" "));
    assertEquals(may, Reading.clause(policy("alice MAY use doc " + path)).matchesPath(agents));
    assertEquals(
        mayNot, Reading.clause(policy("alice MAY NOT use doc " + path)).matchesPath(agents));
  }

  @ParameterizedTest
  @CsvSource({
    "via bar, '', true",
    "via bar, bar, false",
    "via bar, baz, true",
    "via bar, bar baz, true",
    "via bar, bar bar, true",
    "via bar then baz, bar, true",
    "via bar then baz, bar baz, false",
    "via bar then baz, bar qux baz, true",
    "via any agent, '', true",
    "via any agent, qux, false",
    "via any agent, bar baz, true",
    "via any agent except bar, bar, true",
    "via any agent except bar, baz, false",
    "'using bar, baz', baz, false"
  })
  void mayNotExceptVia_coversEveryPathThatTheMayDoesNot(String path, String via, boolean covered)
      throws Exception {
    List<String> agents = via.isEmpty() ? List.of() : List.of(via.split(" "));
    String mayNot = "alice MAY NOT use doc except " + path;
    assertEquals(covered, Reading.clause(policy(mayNot)).matchesPath(agents));
    Scenario only = scenarioOf("alice MAY use doc only " + path);
    assertEquals(!covered, Reading.clause(only.policies().get(0)).matchesPath(agents));
    assertEquals(covered, Reading.clause(only.policies().get(1)).matchesPath(agents));
  }

  @Test
  void mayOnlyVia_isTheMayAndAMayNotOfTheSameParts() throws Exception {
    Scenario only =
        scenarioOf("{say: team MAY read doc only via bar when mode is live, id: x, because: y}");
    Scenario two =
        scenarioOf(
            "{say: team MAY read doc via bar when mode is live, id: x, because: y}\n"
                + "  - {say: team MAY NOT read doc except via bar when mode is live, id: x-only,"
                + " because: y}");
    assertEquals(
        two.policies().stream().map(Policy::clauses).toList(),
        only.policies().stream().map(Policy::clauses).toList());
    assertEquals(List.of("x", "x-only"), only.policies().stream().map(Policy::id).toList());
    assertEquals(
        List.of(
            "team MAY read doc only via bar when mode is live",
            "team MAY NOT read doc except via bar when mode is live"),
        only.policies().stream().map(Policy::text).toList());
    assertEquals(
        List.of(Effect.MAY, Effect.MAY_NOT), only.policies().stream().map(Policy::effect).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "owner MAY use anything, alice, '', doc, true",
    "owner MAY use anything, alice, bar, doc, true",
    "owner MAY use anything, bob, '', doc, false",
    "owner MAY use anything, alice, '', web, true",
    "owner MAY use anything, bob, '', web, true",
    "owner MAY use doc, bob, '', web, false",
    "owner MAY NOT use anything, bob, '', web, true",
    "'reader, owner MAY use anything', bob, '', doc, true",
    "'reader, bob MAY use anything', alice, '', doc, false",
    "'reader, bob MAY use anything', bob, '', web, true",
    "anyone except owner MAY use anything, bob, '', doc, true",
    "anyone except owner MAY use anything, alice, '', doc, false",
    "anyone except owner MAY use anything, bob, '', web, false",
    "owner except bob MAY use anything, bob, '', web, false",
    "owner except bob MAY use anything, alice, '', web, true",
    "owner except reader MAY use anything, alice, '', doc, true",
    "anyone MAY use doc via assistant, alice, bar, doc, true",
    "anyone MAY use doc via assistant, alice, baz, doc, false",
    "anyone MAY use doc via assistant, bob, bar, doc, true",
    "anyone MAY use doc via assistant, bob, baz, doc, true",
    "anyone MAY use doc via assistant, cem, bar, doc, false",
    "anyone MAY use doc via assistant, cem, '', doc, false",
    "anyone MAY NOT use doc via assistant, alice, baz bar, doc, true",
    "anyone MAY NOT use doc via assistant, alice, baz, doc, false",
    "anyone MAY NOT use doc except via assistant, alice, bar, doc, false",
    "anyone MAY NOT use doc except via assistant, alice, '', doc, true",
    "anyone MAY NOT use doc except via assistant, cem, bar, doc, true",
    "anyone MAY use doc via any agent except assistant, alice, bar, doc, false",
    "anyone MAY use doc via any agent except assistant, alice, baz, doc, true",
    "anyone MAY use doc via any agent except assistant, cem, bar, doc, true",
    "anyone MAY use doc via baz then assistant, alice, baz bar, doc, true",
    "anyone MAY use doc via baz then assistant, cem, baz bar, doc, false",
    "'anyone MAY use doc via assistant, baz', cem, baz, doc, true",
    "owner MAY use anything via assistant, alice, bar, doc, true",
    "owner MAY use anything via assistant, bob, baz, doc, false",
    "owner MAY use anything via assistant, bob, baz, web, true"
  })
  void relation_matchesWhoStandsInItToTheRequest(
      String sentence, String user, String via, String resource, boolean matches) throws Exception {
    List<String> agents = via.isEmpty() ? List.of() : List.of(via.split(" "));
    Request request = request(user, agents, resource, resource.equals("doc") ? "read" : "use");
    Scenario scenario = scenarioOf(sentence);
    assertEquals(1, scenario.policies().size());
    assertEquals(matches, scenario.policies().get(0).matches(request), sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "alice MAY use doc, true",
    "bob MAY use doc, false",
    "nobody MAY use doc, false",
    "'nobody, alice MAY use doc', true",
    "anyone MAY use doc, true",
    "team except bob MAY use doc, true",
    "team except alice MAY use doc, false",
    "alice MAY access doc, true",
    "alice MAY read doc, true",
    "alice MAY write doc, false",
    "'alice MAY read, write doc', true",
    "alice MAY use web, false",
    "'alice MAY use web, doc', true",
    "alice MAY use files, true",
    "alice MAY use anything, true",
    "alice MAY use doc via bar, true",
    "alice MAY use doc directly, false",
    "alice MAY use doc when mode is batch, true",
    "alice MAY use doc when mode is live, false",
    "'alice MAY use doc when mode is live, batch', true",
    "alice MAY use doc when mode is batch and risk is low, true",
    "alice MAY use doc when mode is batch and risk is high, false"
  })
  void policy_matchesWhenEveryPartDoes(String sentence, boolean matches) throws Exception {
    Request request = request("alice", List.of("bar"), "doc", "read");
    assertEquals(matches, policy(sentence).matches(request), sentence);
  }

  @Test
  void truth_isDeniedOverPermittedOverDefault() throws Exception {
    for (String word : List.of("deny", "unspecified")) {
      Scenario scenario = scenario(word);
      Truth otherwise = word.equals("deny") ? Truth.DENIED : Truth.UNSPECIFIED;
      assertEquals(Truth.PERMITTED, scenario.truth(request("alice", List.of(), "doc", "read")));
      assertEquals(Truth.DENIED, scenario.truth(request("alice", List.of("bar"), "doc", "read")));
      assertEquals(
          Truth.DENIED, scenario.truth(request("alice", List.of("bar", "baz"), "doc", "read")));
      assertEquals(
          Truth.PERMITTED, scenario.truth(request("alice", List.of("bar"), "doc", "write")));
      assertEquals(otherwise, scenario.truth(request("bob", List.of(), "doc", "read")));
    }
  }

  private static Scenario scenario(String defaultEffect) throws InvalidScenarioException {
    return Reading.read(
        Reading.with("default", "default: " + defaultEffect)
            .replace("[alice MAY use doc]", "[alice MAY use doc, alice MAY NOT read doc via bar]"));
  }

  private static Policy policy(String sentence) throws InvalidScenarioException {
    return scenarioOf(sentence).policies().get(0);
  }

  private static Scenario scenarioOf(String policies) throws InvalidScenarioException {
    return Reading.read(
        Reading.withPolicy(policies)
            .replace("users: [alice, bob]", "users: [alice, bob, cem]")
            .replace(
                "agents: [bar, baz]",
                """
                relations:
                  owner: {doc: alice, web: [bob, alice]}
                  reader: {doc: [bob]}
                  assistant: {alice: bar, bob: [bar, baz]}
                agents: [bar, baz, qux]"""));
  }

  private static Request request(String user, List<String> via, String resource, String action) {
    return new Request(
        user, via, resource, action, new TreeMap<>(Map.of("mode", "batch", "risk", "low")));
  }
}
