package dev.onbehalf.simulation.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.evidence.Attributes;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.ExactCounts;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.score.BoundaryFinder;
import dev.onbehalf.simulation.score.EvidenceShape;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.RouteShape;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.score.Worlds;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Target by target comes out what a table of all requests says, and what it says of a failure. */
final class TargetsTest {
  private static final List<String> USER = List.of(Attributes.USER);
  private static final List<String> BOTH = List.of(Attributes.USER, Attributes.AGENT);

  private static final List<Shown> SHOWN =
      List.of(
          honest(Proof.atResource(USER, USER)),
          honest(Proof.atResource(BOTH, List.of(Attributes.AGENT))),
          honest(Proof.of(Attributes.USER, Attributes.AGENT)),
          honest(Proof.atResource(USER, USER).after(Point.GATEWAY, BOTH)),
          new Shown(Proof.atResource(USER, BOTH), leavingOutTheAgent()));

  private static final int BY_BOTH = 2;

  private static Shown honest(Proof proof) {
    return new Shown(proof, Map.of());
  }

  /** Of calls through one agent. */
  private static Map<RouteShape.Pattern, List<RouteShape>> leavingOutTheAgent() {
    Request learned = new Request("user-1", List.of("agent-2"), "r", "use", new TreeMap<>());
    EvidenceShape userAlone =
        EvidenceShape.of(new TreeMap<>(Map.of(Attributes.USER, learned.user())), learned, Map.of());
    return Map.of(
        RouteShape.pattern(learned),
        List.of(new RouteShape(List.of(new RouteShape.Stop(Point.RESOURCE, userAlone)))));
  }

  @Test
  void score_inRandomWorlds_isThatOfTheTable() {
    Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    for (int seed = 0; seed < 150; seed++) {
      Scenario scenario = Worlds.read(Worlds.randomOfNewSentences(seed));
      TruthTable truth = new TruthTable(scenario);
      WorldScore score = new WorldScore(scenario, SHOWN);
      assertEquals(
          new BoundaryFinder(scenario, truth)
              .boundaries().stream()
                  .collect(Collectors.groupingBy(Boundary::needs, Collectors.counting())),
          score.needs());
      for (int shown = 0; shown < SHOWN.size(); shown++) {
        seen.addAll(assertSame(truth, score, shown, scenario.toString()));
      }
    }
    assertEquals(EnumSet.allOf(Outcome.class), seen);
  }

  /** No sentence tells the agents apart, but one of them runs where its user calls from. */
  @Test
  void agentBesideItsUser_isToldFromOthersThatAreTreatedAlike() throws InvalidScenarioException {
    Scenario scenario =
        ScenarioReader.read(
            "beside.yaml",
            """
            scenario: beside
            users: [ann]
            agents: [far, near]
            resources: [disk]
            runs-at: {near: user}
            policies:
              - ann MAY use disk via any agent
              - ann MAY NOT use disk directly
            """
                .getBytes(UTF_8));
    WorldScore score = new WorldScore(scenario, SHOWN);
    assertEquals(Outcome.HONEST_ONLY, score.outcome(BY_BOTH, 1));
    assertSame(new TruthTable(scenario), score, BY_BOTH, scenario.toString());
  }

  private static Set<Outcome> assertSame(
      TruthTable truth, WorldScore score, int shown, String words) {
    ExactScore table = new ExactScore(truth, SHOWN.get(shown).proof(), SHOWN.get(shown).cheats());
    assertEquals(exact(table.counts()), score.counts(shown), words);
    assertEquals(table.suffices(), score.suffices(shown), words);
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    for (int policy = 0; policy < truth.policies().size(); policy++) {
      Outcome outcome = outcome(truth, table, policy);
      outcomes.add(outcome);
      assertEquals(outcome, score.outcome(shown, policy), words);
      assertEquals(truth.scopeSize(policy), score.scopeSize(policy), words);
      assertEquals(table.enforcedAt(policy), score.enforcedAt(shown, policy), words);
      assertEquals(outcome.failed(), score.failing(shown, policy).isPresent(), words);
      score.failing(shown, policy).ifPresent(found -> assertFails(found, shown, words));
    }
    return outcomes;
  }

  private static Outcome outcome(TruthTable truth, ExactScore table, int policy) {
    if (truth.isVacuous(policy)) {
      return Outcome.VACUOUS;
    }
    return table.withstands(policy)
        ? Outcome.ENFORCED
        : table.isEnforced(policy) ? Outcome.HONEST_ONLY : Outcome.NOT_ENFORCED;
  }

  private static void assertFails(WorldScore.Failing found, int shown, String words) {
    ExactScore table =
        new ExactScore(found.truth(), SHOWN.get(shown).proof(), SHOWN.get(shown).cheats());
    assertTrue(!table.failing(found.policy()).isEmpty(), words);
  }

  private static ExactCounts exact(RequestCounts counts) {
    return new ExactCounts(
        BigInteger.valueOf(counts.total()),
        BigInteger.valueOf(counts.denyBiasedWronglyDenied()),
        BigInteger.valueOf(counts.permitBiasedWronglyPermitted()),
        BigInteger.valueOf(counts.fewestWrong()));
  }
}
