package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An access list has a line for each evidence that always opens an action, and for no other. */
final class PolicyEntriesTest {
  private static final String SCENARIO =
      """
      scenario: entries
      users: [ann, bob]
      agents: [ada, bot]
      resources: {disk: [use]}
      policies:
        - ann, bob MAY use disk via ada
        - ann MAY use disk via bot
        - bob MAY NOT use disk via bot
      """;

  @Test
  void both_needALineForEachPermittedPair() throws Exception {
    assertEquals(3, entries(Proof.of("user", "agent")));
  }

  @Test
  void oneParty_isListedOnlyWhereTheOtherMakesNoDifference() throws Exception {
    // bot is permitted for ann alone, and every user is denied in person
    assertEquals(1, entries(Proof.of("agent")));
    assertEquals(0, entries(Proof.of("user")));
  }

  @Test
  void eachPoint_hasAListOfItsOwn() throws Exception {
    Proof proof = Proof.of("user", "agent").after(Point.GATEWAY, List.of("user", "agent"));
    assertEquals(6, entries(proof));
  }

  private static int entries(Proof proof) throws Exception {
    Scenario scenario =
        ScenarioReader.read("entries.yaml", SCENARIO.getBytes(StandardCharsets.UTF_8));
    ExactScore score = new ExactScore(new TruthTable(scenario), proof, Map.of());
    return PolicyEntries.count(scenario.requests().toList(), proof, score);
  }
}
