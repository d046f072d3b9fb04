package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Situation;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Requirements.Bounds;
import dev.onbehalf.scenario.Requirements.Loot;
import dev.onbehalf.scenario.Requirements.Named;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.attack.AttackScore;
import dev.onbehalf.simulation.attack.Crossing;
import dev.onbehalf.simulation.result.AttackFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What attacks come to on classes of requests is what they come to pair by pair. */
@Execution(ExecutionMode.CONCURRENT)
final class AttackScoreTest {
  private static final List<AttackCase> CASES = AttackCase.all();
  private static final int AGENTS = 3;
  private static final int USERS = 5;

  /** Each world has its turn with some of the cases, each case with some of the worlds. */
  private static final int TURNS = 27;

  @Test
  void facts_inEverySmallWorld_equalReference() {
    int[] turn = {0};
    Worlds.forEachSmall(true, world -> assertAgrees(world, turn[0]++));
    Worlds.forEachSmall(false, world -> assertAgrees(world, turn[0]++));
  }

  @Test
  void facts_inEverySmallWorldWithNobody_equalReference() {
    int[] turn = {0};
    Worlds.forEachWithNobody(true, world -> assertAgrees(world, turn[0]++));
  }

  @Test
  void facts_inRandomWorlds_equalReference() {
    Set<Object> seen = new HashSet<>();
    Stream.concat(
            Worlds.seeds(120).mapToObj(Worlds::random),
            Worlds.seeds(120).mapToObj(Worlds::randomOfNewSentences))
        .flatMap(world -> assertAgrees(world, CASES).stream())
        .forEach(
            facts -> {
              seen.add(facts.attribution().named());
              seen.add(facts.loot());
              seen.add(facts.hijacked().bounds());
              seen.add(facts.withdrawal().orElseThrow().collateral() > 0 ? "hits" : "");
              seen.add(facts.revokedAgent().seconds().isPresent() ? "ends" : "goes on");
            });
    assertTrue(seen.containsAll(List.of(Named.values())), seen::toString);
    assertTrue(seen.containsAll(List.of(Loot.values())), seen::toString);
    assertTrue(seen.containsAll(List.of(Bounds.values())), seen::toString);
    assertTrue(seen.containsAll(List.of("hits", "ends", "goes on")), seen::toString);
  }

  private static void assertAgrees(NaiveWorld world, int turn) {
    assertAgrees(
        world,
        IntStream.range(0, CASES.size())
            .filter(i -> i % TURNS == turn % TURNS)
            .mapToObj(CASES::get)
            .toList());
  }

  private static List<AttackFacts> assertAgrees(NaiveWorld world, List<AttackCase> cases) {
    Scenario scenario = Worlds.read(world);
    TruthTable truth = TruthTable.apart(scenario);
    return cases.stream().map(one -> assertAgrees(world, scenario, truth, one)).toList();
  }

  private static AttackFacts assertAgrees(
      NaiveWorld world, Scenario scenario, TruthTable truth, AttackCase one) {
    Proof proof = Situation.proof(one.proof().proof(), scenario.contexts());
    AttackFacts found =
        new AttackScore(truth, proof, one.proof().cheats(world), one.shapes(world))
            .facts(new TreeMap<>(Map.of(AttackCase.OF_AGENTS, AGENTS, AttackCase.OF_USERS, USERS)));
    NaiveAttacks reference = new NaiveAttacks(one, world);
    assertEquals(
        reference.facts(AGENTS, USERS), found, () -> one.proof().name() + "\n" + world.yaml());
    assertEquals(reference.crossed(), Crossing.count(truth), world::yaml);
    return found;
  }
}
