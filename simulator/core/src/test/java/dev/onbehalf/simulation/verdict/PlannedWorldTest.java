package dev.onbehalf.simulation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.column.ResourceClass;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.NaiveWorld;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.Worlds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What concerns a resource, and fails there, is the same by classes of resources as by itself. */
final class PlannedWorldTest {
  private static final int RANDOM = 300;

  /** The user alone, the agent alone of calls through agents, and both. */
  static final List<Shown> SHOWN =
      List.of(
          shown(Proof.atResource(List.of(Attributes.USER), List.of(Attributes.USER))),
          shown(
              Proof.atResource(
                  List.of(Attributes.USER, Attributes.AGENT), List.of(Attributes.AGENT))),
          shown(Proof.of(Attributes.USER, Attributes.AGENT)));

  private static Shown shown(Proof proof) {
    return new Shown(proof, Map.of());
  }

  @Test
  void everySmallWorld_isTheSameByClasses() {
    Worlds.forEachOfTwoResources(true, PlannedWorldTest::assertSame);
  }

  @Test
  void randomWorlds_areTheSameByClasses() {
    int fewer = 0;
    for (int seed = 0; seed < RANDOM; seed++) {
      fewer += assertSame(Worlds.randomOfNewSentences(seed)) ? 1 : 0;
    }
    assertTrue(fewer > 10, fewer + " worlds in which resources are alike");
  }

  /** Whether some resources are alike. */
  private static boolean assertSame(NaiveWorld world) {
    Scenario scenario = Worlds.read(world);
    TruthTable truth = new TruthTable(scenario);
    WorldScore score = new WorldScore(scenario, SHOWN);
    Map<Integer, ResourceClass> classes = new HashMap<>();
    score.resources().forEach(one -> one.first().forEach(at -> classes.put(at, one)));
    List<ResourceClass> each = new ArrayList<>();
    for (int resource = 0; resource < scenario.resources().size(); resource++) {
      each.add(classes.get(resource));
    }
    String yaml = Worlds.yaml(world);
    PlannedWorld whole = PlannedWorld.of(scenario, truth);
    PlannedWorld byClasses = PlannedWorld.of(scenario, score);
    assertEquals(whole.concerning(), each.stream().map(score::deciding).toList(), yaml);
    assertEquals(
        whole.resources().size(),
        byClasses.sizes().stream().mapToLong(Long::longValue).sum(),
        yaml);
    for (int i = 0; i < SHOWN.size(); i++) {
      int shown = i;
      ExactScore exact = new ExactScore(truth, SHOWN.get(shown).proof(), SHOWN.get(shown).cheats());
      assertEquals(
          PlannedWorld.byResource(
              scenario,
              truth,
              policy -> exact.withstands(policy) ? new BitSet() : exact.failing(policy)),
          each.stream().map(one -> score.failing(shown, one)).toList(),
          yaml);
    }
    return byClasses.resources().size() < whole.resources().size();
  }
}
