package dev.onbehalf.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Attributes;
import dev.onbehalf.authz.Proof;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.NaiveWorld.NaiveScore;
import dev.onbehalf.simulation.SimulationResult.RequestCounts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Scores on classes of requests equal the scores by definition, request by request. */
final class ExactScoreTest {
  private static final List<String> USER = List.of(Attributes.USER);
  private static final List<String> AGENT = List.of(Attributes.AGENT);
  private static final List<String> BOTH = List.of(Attributes.USER, Attributes.AGENT);

  private static final Map<String, Proof> PROOFS =
      Map.of(
          "credential-inheritance", Proof.atResource(USER, USER),
          "service-account", Proof.atResource(BOTH, AGENT),
          "token-exchange", Proof.atResource(BOTH, BOTH));

  @Test
  void score_inEverySmallWorld_equalsReference() {
    Worlds.forEachSmall(true, ExactScoreTest::assertAgrees);
    Worlds.forEachSmall(false, ExactScoreTest::assertAgrees);
  }

  @Test
  void score_inRandomWorlds_equalsReference() {
    LongStream.range(0, 2_000).mapToObj(Worlds::random).forEach(ExactScoreTest::assertAgrees);
  }

  @Test
  void randomWorlds_holdWhatTheyAreMeantToTest() {
    Set<String> seen = new HashSet<>();
    for (long seed = 0; seed < 2_000; seed++) {
      NaiveWorld world = Worlds.random(seed);
      seen.add(world.denyByDefault() ? "deny" : "unspecified");
      seen.add(world.chains().isEmpty() ? "no chains" : "chains");
      seen.add(world.context().isEmpty() ? "no context" : "context");
      world.policies().forEach(policy -> seen.add(policy.except().isEmpty() ? "" : "except"));
      for (String strategy : PROOFS.keySet()) {
        NaiveScore score = world.score(strategy);
        seen.add(score.fewestWrong() > 0 ? "mixed " + strategy : "pure " + strategy);
        seen.add(score.scopes().contains(0L) ? "vacuous" : "");
      }
    }
    assertTrue(
        seen.containsAll(
            List.of(
                "deny",
                "unspecified",
                "chains",
                "context",
                "except",
                "vacuous",
                "mixed credential-inheritance",
                "mixed service-account",
                "mixed token-exchange",
                "pure token-exchange")),
        seen::toString);
  }

  private static void assertAgrees(NaiveWorld world) {
    Scenario scenario = Worlds.read(world);
    TruthTable truth = new TruthTable(scenario);
    PROOFS.forEach(
        (strategy, proof) -> {
          NaiveScore expected = world.score(strategy);
          ExactScore score =
              new ExactScore(truth, new EvidenceClasses(truth.classes(), proof, Map.of()));
          assertEquals(expected, found(scenario, truth, score), world::yaml);
        });
  }

  private static NaiveScore found(Scenario scenario, TruthTable truth, ExactScore score) {
    RequestCounts counts = score.counts();
    int policies = scenario.policies().size();
    return new NaiveScore(
        counts.total(),
        IntStream.range(0, policies).mapToObj(truth::scopeSize).toList(),
        IntStream.range(0, policies).mapToObj(score::isEnforced).toList(),
        counts.denyBiasedWronglyDenied(),
        counts.permitBiasedWronglyPermitted(),
        counts.fewestWrong());
  }
}
