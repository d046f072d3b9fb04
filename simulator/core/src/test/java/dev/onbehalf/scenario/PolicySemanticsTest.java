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
    "'via bar, qux then baz', qux baz, true, true"
  })
  void path_isCoveredExactlyByMayAndPassedThroughByMayNot(
      String path, String via, boolean may, boolean mayNot) throws Exception {
    List<String> agents = via.isEmpty() ? List.of() : List.of(via.split(" "));
    assertEquals(may, policy("alice MAY use doc " + path).matchesPath(agents));
    assertEquals(mayNot, policy("alice MAY NOT use doc " + path).matchesPath(agents));
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
    return Reading.read(
            Reading.withPolicy(sentence).replace("agents: [bar, baz]", "agents: [bar, baz, qux]"))
        .policies()
        .get(0);
  }

  private static Request request(String user, List<String> via, String resource, String action) {
    return new Request(
        user, via, resource, action, new TreeMap<>(Map.of("mode", "batch", "risk", "low")));
  }
}
