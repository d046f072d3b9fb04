package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.column.Removals;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.NaiveWorld;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What suffices without a policy is what all requests of the world without it say. */
final class RemovalsTest {
  private static final int RANDOM = 200;

  @Test
  void everySmallWorld_withoutAPolicy_isDecidedAsByItself() {
    Worlds.forEachOfTwoResources(true, RemovalsTest::changes);
  }

  @Test
  void randomWorlds_withoutAPolicy_areDecidedAsByThemselves() {
    int changes = 0;
    for (int seed = 0; seed < RANDOM; seed++) {
      changes += changes(Worlds.randomOfNewSentences(seed));
    }
    assertTrue(changes > RANDOM / 4, changes + " policies on which something hangs");
  }

  /** On how many policies it hangs what suffices. */
  private static int changes(NaiveWorld world) {
    Scenario scenario = Worlds.read(world);
    WorldScore score = new WorldScore(scenario, PlannedWorldTest.SHOWN);
    Removals removals = score.removals();
    int changes = 0;
    for (int policy = 0; policy < scenario.policies().size(); policy++) {
      Scenario changed = without(policy, scenario);
      TruthTable truth = new TruthTable(changed);
      for (int shown = 0; shown < PlannedWorldTest.SHOWN.size(); shown++) {
        boolean suffices =
            suffices(
                new ExactScore(truth, PlannedWorldTest.SHOWN.get(shown).proof(), Map.of()), truth);
        String words = Worlds.yaml(world) + " without " + policy;
        assertEquals(suffices, removals.suffices(shown, List.of(policy)), words);
        changes += suffices == score.suffices(shown) ? 0 : 1;
      }
    }
    return changes;
  }

  private static Scenario without(int policy, Scenario scenario) {
    List<Policy> others = new ArrayList<>(scenario.policies());
    others.remove(policy);
    return scenario.with(scenario.chains(), scenario.defaultEffect(), others);
  }

  private static boolean suffices(ExactScore score, TruthTable truth) {
    return IntStream.range(0, truth.policies().size())
        .allMatch(policy -> truth.isVacuous(policy) || score.withstands(policy));
  }
}
