package dev.onbehalf.simulation.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.score.ClassRoute;
import dev.onbehalf.simulation.score.RequestClasses;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.WitnessPair.Sight;
import dev.onbehalf.simulation.verdict.WitnessSearch.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A proof is the easier to read the less its requests differ, and the fewer agents they have. */
final class WitnessSearchTest {
  private static final String YAML =
      """
      scenario: pairs
      users: [ann, bob]
      agents: [ada, bot]
      chains: [[ada, bot]]
      resources: [disk]
      context: {mode: [work, play]}
      policies:
        - ann MAY use disk via ada when mode is work
        - ann MAY use disk via ada then bot
        - bob MAY use disk directly
      """;

  private static final Comparator<List<Request>> EASIER =
      Comparator.comparing(WitnessSearchTest::differences).thenComparing(WitnessSearchTest::agents);

  private static int differences(List<Request> pair) {
    Request one = pair.get(0);
    Request other = pair.get(1);
    return (one.user().equals(other.user()) ? 0 : 1)
        + (one.via().equals(other.via()) ? 0 : 1)
        + (one.context().equals(other.context()) ? 0 : 1);
  }

  private static int agents(List<Request> pair) {
    return pair.stream().mapToInt(request -> request.via().size()).sum();
  }

  @Test
  void ofEveryTwoPairs_theEasierIsKept_andTheFirstWhereBothAreAsEasy()
      throws InvalidScenarioException {
    RequestClasses requests =
        new TruthTable(ScenarioReader.read("pairs.yaml", YAML.getBytes(UTF_8))).classes();
    List<Pair> pairs = new ArrayList<>();
    for (int permitted = 0; permitted < requests.rows(); permitted++) {
      for (int denied = 0; denied < requests.rows(); denied++) {
        pairs.add(new Pair(permitted, denied, 0, 0, new ClassRoute(List.of(), false), false));
      }
    }
    assertEquals(16 * 16, pairs.size());
    for (Pair first : pairs) {
      for (Pair second : pairs) {
        WitnessSearch search = new WitnessSearch(requests);
        assertTrue(search.isEmpty());
        search.offer(first);
        search.offer(second);
        assertFalse(search.isEmpty());
        boolean isEasier =
            EASIER.compare(requests(second, requests), requests(first, requests)) < 0;
        assertEquals(Optional.of(isEasier ? second : first), search.best());
      }
    }
  }

  private static List<Request> requests(Pair pair, RequestClasses requests) {
    return List.of(
        requests.representative(pair.permitted(), 0), requests.representative(pair.denied(), 0));
  }

  @Test
  void pairIsSeenAlike_atItsPoint() {
    Request permitted = new Request("ann", List.of(), "disk", "use", new TreeMap<>());
    Request denied = new Request("bob", List.of(), "disk", "use", new TreeMap<>());
    List<Sight> sights = List.of(new Sight(0, 3, permitted), new Sight(2, 5, permitted));
    assertEquals(sights.get(1), new WitnessPair(permitted, denied, 2, false, sights).atPoint());
    assertEquals(sights.get(0), new WitnessPair(permitted, denied, 0, false, sights).atPoint());
  }
}
