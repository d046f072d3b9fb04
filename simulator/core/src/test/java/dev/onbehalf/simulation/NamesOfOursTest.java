package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name that a scenario can give meets one that the simulator made up for itself. */
final class NamesOfOursTest {
  @ParameterizedTest
  @ValueSource(strings = {"user", "stranger", "agent", "agent-1", "agent1", "resource"})
  void attribute_whateverItsName_changesNoScore(String name) {
    assertEquals(scores("mode"), scores(name));
  }

  private static List<Boolean> scores(String attribute) {
    return Runs.only(new WordsControl(List.of()), world(attribute)).policies().stream()
        .map(PolicyScore::withstands)
        .toList();
  }

  private static String world(String attribute) {
    return """
        scenario: names
        users: [probe-user, bob]
        agents: [probe-agent-1, probe-stranger]
        resources: {doc: [read, write]}
        context: {%1$s: [probe-user, bob, probe-agent-1, probe-stranger]}
        policies:
          - anyone MAY read doc via probe-agent-1 when %1$s is probe-agent-1
          - bob MAY write doc via probe-stranger when %1$s is probe-agent-1
          - probe-user MAY write doc via probe-stranger when %1$s is probe-user
          - anyone MAY NOT write doc when %1$s is probe-stranger
        """
        .formatted(attribute);
  }
}
