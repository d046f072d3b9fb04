package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Situation;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.score.NaiveWorld.NaivePolicy;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import dev.onbehalf.simulation.verdict.WitnessFinder;
import dev.onbehalf.simulation.verdict.WitnessPair;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever isn't enforced has a proof, which lies in the policy's own scope. */
final class WitnessFinderTest {
  private static final List<ProofCase> CASES = ProofCase.all();

  @Test
  void proof_inRandomWorlds_liesInThePolicysScope() {
    Set<String> seen = new HashSet<>();
    Worlds.seeds(500)
        .mapToObj(Worlds::randomOfNewSentences)
        .forEach(world -> CASES.forEach(one -> assertProved(world, one, seen)));
    assertEquals(
        Set.of(
            "MAY", "MAY NOT", "MAY by cheating", "MAY NOT by cheating", "MAY that shows nothing"),
        seen);
  }

  private static void assertProved(NaiveWorld world, ProofCase one, Set<String> seen) {
    Scenario scenario = Worlds.read(world);
    TruthTable truth = new TruthTable(scenario);
    ExactScore score =
        new ExactScore(truth, Situation.proof(one.proof(), scenario.contexts()), one.cheats(world));
    WitnessFinder finder = new WitnessFinder(truth, score);
    for (int i = 0; i < world.policies().size(); i++) {
      if (!truth.isVacuous(i) && !score.withstands(i)) {
        seen.add(assertProved(world, one, finder, i));
      }
    }
  }

  private static String assertProved(
      NaiveWorld world, ProofCase one, WitnessFinder finder, int index) {
    NaivePolicy policy = world.policies().get(index);
    Supplier<String> where = () -> one.name() + ", policy " + index + "\n" + world.yaml();
    Optional<WitnessPair> found = finder.find(index);
    if (found.isEmpty()) {
      NaiveRequest unshown = naive(finder.unshown(index).orElseThrow());
      assertTrue(policy.may() && world.matches(policy, unshown), where);
      assertEquals(List.of(), one.naive().honest(unshown, world), where);
      return "MAY that shows nothing";
    }
    WitnessPair pair = found.orElseThrow();
    NaiveRequest permitted = naive(pair.permitted());
    NaiveRequest denied = naive(pair.denied());
    assertEquals('+', world.truth(permitted), where);
    assertEquals('-', world.truth(denied), where);
    assertTrue(world.matches(policy, policy.may() ? permitted : denied), where);
    for (WitnessPair.Sight sight : pair.sights()) {
      NaiveRequest shown = naive(sight.permitted());
      assertEquals('+', world.truth(shown), where);
      assertEquals(denied.resource() + denied.action(), shown.resource() + shown.action(), where);
    }
    assertTrue(pair.cheating() || shareASight(one, permitted, denied, world), where);
    return (policy.may() ? "MAY" : "MAY NOT") + (pair.cheating() ? " by cheating" : "");
  }

  /** Whether some point of both sees the same of either. */
  private static boolean shareASight(
      ProofCase one, NaiveRequest permitted, NaiveRequest denied, NaiveWorld world) {
    return permitted.resource().equals(denied.resource())
        && permitted.action().equals(denied.action())
        && one.naive().honest(permitted, world).stream()
            .anyMatch(one.naive().honest(denied, world)::contains);
  }

  private static NaiveRequest naive(Request request) {
    return new NaiveRequest(
        request.user(), request.via(), request.resource(), request.action(), request.context());
  }
}
