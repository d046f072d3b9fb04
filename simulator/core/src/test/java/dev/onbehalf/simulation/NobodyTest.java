package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.Reading;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An agent that works for nobody is played, and shows only what takes no user. */
final class NobodyTest {
  private static final String ALERTS =
      """
      scenario: alerts
      users: [ann, bob]
      agents: [alerting]
      resources: [metrics]
      policies:
        - ann, bob MAY use metrics directly
        - nobody MAY use metrics via alerting
      """;

  private static Scenario read(String yaml) throws Exception {
    return Reading.read(yaml);
  }

  @Test
  void request_ofNobody_existsOnlyBehindAgentsAndWhereAPolicyNamesIt() throws Exception {
    List<Request> requests = read(ALERTS).requests().toList();
    assertEquals(5, requests.size());
    assertEquals(5, read(ALERTS).requestCount().intValueExact());
    assertEquals("nobody use metrics via alerting", requests.get(4).sentence());
    assertEquals(4, read(ALERTS.replace("nobody", "ann")).requests().count());
    assertEquals(
        2,
        read(ALERTS.replace("agents: [alerting]", "").replace(" via alerting", ""))
            .requests()
            .count());
  }

  @Test
  void anyone_doesNotIncludeNobody() throws Exception {
    Scenario scenario = read(ALERTS + "  - anyone MAY NOT use metrics via any agent\n");
    assertEquals(
        List.of(Truth.PERMITTED, Truth.DENIED, Truth.PERMITTED, Truth.DENIED, Truth.PERMITTED),
        scenario.requests().map(scenario::truth).toList());
  }

  @Test
  void strategy_thatAsksTheUser_hasNothingToShow() {
    StrategyResult result = Runs.only(new ControlStrategies.LooseSubjectToken(), ALERTS);
    assertTrue(result.policies().get(0).enforced());
    assertFalse(result.policies().get(1).enforced());
    Witness witness = result.policies().get(1).witness().orElseThrow();
    assertEquals(
        "alerting may use metrics for nobody (line 7), but shows nothing, as any stranger can",
        witness.sentence());
    assertEquals("nobody", witness.permitted().user());
    assertEquals("a stranger", witness.denied().user());
    assertEquals(List.of(), witness.permittedTokens());
    // Of all requests the only wrong answer is that nobody's permitted one is denied.
    assertEquals(new RequestCounts(5, 1, 1, 0, 1), result.requests());
    assertEquals(5, result.live().requests());
  }

  @Test
  void strategy_thatNeverAsksTheUser_showsTheAgent() {
    // The agent's word for nobody is taken, and so is its word for any user.
    StrategyResult result = Runs.only(new WordsControl(List.of("user", "context")), ALERTS);
    assertTrue(result.policies().get(1).enforced());
    assertFalse(result.policies().get(1).withstands());
    assertEquals(new RequestCounts(5, 0, 0, 0, 0), result.requests());
  }

  @Test
  void prohibitionOfNobody_thatShowsNothing_isEnforcedAtTheResource() {
    String yaml = ALERTS + "  - nobody MAY NOT use metrics via alerting\n";
    StrategyResult result = Runs.only(new ControlStrategies.LooseSubjectToken(), yaml);
    assertTrue(result.policies().get(2).withstands());
    assertEquals("[RESOURCE]", result.policies().get(2).enforcedAt().toString());
  }

  /** A sample has no request of nobody in person, which isn't there. */
  @Test
  void sample_ofManyRequests_holdsWithNobodyToo() {
    String users = String.join(", ", IntStream.range(0, 50).mapToObj(i -> "u" + i).toList());
    String yaml = ALERTS.replace("users: [ann, bob]", "users: [ann, bob, " + users + "]");
    assertEquals(
        60,
        Runs.run(yaml, 60, new ControlStrategies.LooseSubjectToken())
            .strategies()
            .get(0)
            .live()
            .requests());
  }
}
