package dev.onbehalf.simulation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.onbehalf.authz.Decision;
import dev.onbehalf.authz.Sight;
import dev.onbehalf.authz.Situation;
import dev.onbehalf.evidence.Evidence;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.Visit;
import dev.onbehalf.simulation.result.Boundary;
import dev.onbehalf.simulation.result.ExactCounts;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.score.NaiveScorer.NaivePolicyScore;
import dev.onbehalf.simulation.score.NaiveScorer.NaiveScore;
import dev.onbehalf.simulation.score.NaiveWorld.NaivePolicy;
import dev.onbehalf.simulation.score.NaiveWorld.NaiveRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Scores on classes of requests equal the scores by definition, request by request. */
@Execution(ExecutionMode.CONCURRENT)
final class ExactScoreTest {
  private static final List<ProofCase> CASES = ProofCase.all();

  @Test
  void score_inEverySmallWorld_equalsReference() {
    Worlds.forEachSmall(true, ExactScoreTest::assertAgrees);
    Worlds.forEachSmall(false, ExactScoreTest::assertAgrees);
  }

  @Test
  void score_inEverySmallWorldOfTwoResources_equalsReference() {
    Worlds.forEachOfTwoResources(true, ExactScoreTest::assertAgrees);
    Worlds.forEachOfTwoResources(false, ExactScoreTest::assertAgrees);
  }

  @Test
  void score_inEverySmallWorldWithNobody_equalsReference() {
    Worlds.forEachWithNobody(true, ExactScoreTest::assertAgrees);
    Worlds.forEachWithNobody(false, ExactScoreTest::assertAgrees);
  }

  @Test
  void score_inRandomWorlds_equalsReference() {
    Set<String> seen = new HashSet<>();
    Stream.concat(
            Worlds.seeds(1_200).mapToObj(Worlds::random),
            Worlds.seeds(600).mapToObj(Worlds::randomWithNobody))
        .forEach(world -> seen.addAll(kinds(world, assertAgrees(world))));
    assertHoldWhatTheyAreMeantToTest(seen);
  }

  @Test
  void score_inRandomWorldsOfNewSentences_equalsReference() {
    Set<String> seen = new HashSet<>();
    Worlds.seeds(2_000)
        .mapToObj(Worlds::randomOfNewSentences)
        .peek(world -> world.sentences().forEach(sentence -> seen.addAll(words(world, sentence))))
        .forEach(world -> seen.addAll(kinds(world, assertAgrees(world))));
    assertHoldWhatTheyAreMeantToTest(seen);
    assertTrue(
        seen.containsAll(
            List.of("only via", "except via", "any agent except", "owner", "assistant", "team2")),
        seen::toString);
  }

  /** Of more targets than a word has bits, each with a sentence of its own. */
  @Test
  void score_inWorldsOfManyTargets_equalsReference() {
    for (int seed = 0; seed < 3; seed++) {
      assertAgrees(Worlds.ofResources(Long.SIZE + seed, seed));
    }
  }

  /** The new words that the sentence has. */
  private static Set<String> words(NaiveWorld world, NaivePolicy sentence) {
    Set<String> words = new HashSet<>();
    for (String word : List.of("only via", "except via", "any agent except")) {
      words.add(sentence.sentence().contains(word) ? word : "");
    }
    world.relations().keySet().stream()
        .filter(relation -> sentence.sentence().contains(relation))
        .forEach(relation -> words.add(relation.replaceAll("[0-9]", "")));
    boolean nested = world.groups().getOrDefault("team2", List.of()).contains("team1");
    words.add(nested && sentence.sentence().contains("team2") ? "team2" : "");
    return words;
  }

  private static Set<String> kinds(NaiveWorld world, List<NaiveScore> scores) {
    Set<String> kinds = new HashSet<>();
    kinds.add(world.denyByDefault() ? "deny" : "unspecified");
    kinds.add(world.chains().isEmpty() ? "no chains" : "chains");
    kinds.add(world.context().isEmpty() ? "no context" : "context");
    kinds.addAll(world.knownTo().values());
    world.policies().forEach(policy -> kinds.add(policy.except().isEmpty() ? "" : "except"));
    for (int i = 0; i < CASES.size(); i++) {
      String name = CASES.get(i).name();
      addKinds(world.localAgents().isEmpty() ? name : name + " beside", scores.get(i), kinds);
    }
    return kinds;
  }

  private static void addKinds(String name, NaiveScore score, Set<String> kinds) {
    kinds.add((score.fewestWrong() > 0 ? "leaky " : "tight ") + name);
    for (NaivePolicyScore policy : score.policies()) {
      kinds.add(policy.scope() == 0 ? "vacuous" : "");
      kinds.add(policy.enforced() && !policy.withstands() ? "cheated " + name : "");
      kinds.add(policy.enforcedAt() + " " + name);
    }
  }

  private static void assertHoldWhatTheyAreMeantToTest(Set<String> seen) {
    assertTrue(
        seen.containsAll(
            List.of(
                "deny",
                "unspecified",
                "chains",
                "context",
                "except",
                "vacuous",
                "caller",
                "login",
                "resource")),
        seen::toString);
    for (ProofCase one : CASES) {
      assertTrue(seen.contains("leaky " + one.name()), one.name());
      assertTrue(seen.contains("tight " + one.name()), one.name());
      assertEquals(
          !one.naive().cheats().isEmpty()
              || !one.naive().ofUsers().isEmpty()
              || !one.naive().ofNobody().isEmpty(),
          seen.contains("cheated " + one.name()),
          one.name());
    }
    assertTrue(seen.contains("cheated both beside"), "agents beside their users");
    assertTrue(seen.contains("[0] gateway"), "stopped at the gateway");
    assertTrue(seen.contains("[1] two gates"), "stopped at the resource");
    assertTrue(seen.contains("[0, 1] two gates"), "stopped at either");
  }

  /** The reference's scores, one for each case. */
  private static List<NaiveScore> assertAgrees(NaiveWorld world) {
    Scenario scenario = Worlds.read(world);
    TruthTable truth = new TruthTable(scenario);
    assertSameTruth(world, scenario, truth);
    List<NaiveScore> expected =
        CASES.stream().map(one -> assertAgrees(world, scenario, truth, one)).toList();
    assertSameByTarget(world, scenario, truth, expected);
    return expected;
  }

  /** Target by target, each in a world of its own, the same comes out. */
  private static void assertSameByTarget(
      NaiveWorld world, Scenario scenario, TruthTable truth, List<NaiveScore> expected) {
    WorldScore score =
        new WorldScore(scenario, CASES.stream().map(one -> shown(world, scenario, one)).toList());
    for (int one = 0; one < CASES.size(); one++) {
      String name = CASES.get(one).name();
      assertEquals(
          expected.get(one), found(scenario, score, one), () -> name + "\n" + world.yaml());
    }
    assertEquals(needs(scenario, truth), score.needs(), world::yaml);
  }

  private static Shown shown(NaiveWorld world, Scenario scenario, ProofCase one) {
    return new Shown(Situation.proof(one.proof(), scenario.contexts()), one.cheats(world));
  }

  private static Map<Need, Long> needs(Scenario scenario, TruthTable truth) {
    return new BoundaryFinder(scenario, truth)
        .boundaries().stream()
            .collect(Collectors.groupingBy(Boundary::needs, Collectors.counting()));
  }

  private static NaiveScore found(Scenario scenario, WorldScore score, int one) {
    ExactCounts counts = score.counts(one);
    return new NaiveScore(
        counts.total().longValueExact(),
        IntStream.range(0, scenario.policies().size())
            .mapToObj(policy -> found(score, one, policy))
            .toList(),
        counts.wronglyDenied().longValueExact(),
        counts.wronglyPermitted().longValueExact(),
        counts.fewestWrong().longValueExact());
  }

  private static NaivePolicyScore found(WorldScore score, int one, int policy) {
    Outcome outcome = score.outcome(one, policy);
    List<Point> points = CASES.get(one).proof().showings().stream().map(s -> s.point()).toList();
    return new NaivePolicyScore(
        score.scopeSize(policy),
        outcome == Outcome.ENFORCED || outcome == Outcome.HONEST_ONLY,
        outcome == Outcome.ENFORCED,
        score.enforcedAt(one, policy).stream().map(points::indexOf).toList());
  }

  /** The requests are the same, and so is what either way says of them. */
  private static void assertSameTruth(NaiveWorld world, Scenario scenario, TruthTable truth) {
    List<Request> requests = world.requests().stream().map(ProofCase::request).toList();
    List<Truth> expected = world.requests().stream().map(one -> truth(world.truth(one))).toList();
    assertEquals(requests, scenario.requests().toList(), world::yaml);
    assertEquals(expected, requests.stream().map(scenario::truth).toList(), world::yaml);
    assertEquals(expected, requests.stream().map(truth::truth).toList(), world::yaml);
  }

  private static Truth truth(char naive) {
    return switch (naive) {
      case '+' -> Truth.PERMITTED;
      case '-' -> Truth.DENIED;
      default -> Truth.UNSPECIFIED;
    };
  }

  private static NaiveScore assertAgrees(
      NaiveWorld world, Scenario scenario, TruthTable truth, ProofCase one) {
    NaiveScorer reference = new NaiveScorer(world, one.naive());
    Proof proof = Situation.proof(one.proof(), scenario.contexts());
    NaiveScore expected = reference.score();
    ExactScore score = new ExactScore(truth, proof, one.cheats(world));
    Supplier<String> where = () -> one.name() + "\n" + world.yaml();
    assertEquals(expected, found(scenario, truth, score), where);
    assertDecides(world, scenario, truth, proof, reference, score, where);
    return expected;
  }

  /** The policy engines, told the evidence that is declared, decide as the reference does. */
  private static void assertDecides(
      NaiveWorld world,
      Scenario scenario,
      TruthTable truth,
      Proof proof,
      NaiveScorer reference,
      ExactScore score,
      Supplier<String> where) {
    DecisionPoints decisionPoints = new DecisionPoints(scenario, proof);
    Admission admission = new Admission(truth, score.evidence());
    for (NaiveRequest naive : world.requests()) {
      Request request = ProofCase.request(naive);
      Decision expected =
          switch (reference.decision(naive)) {
            case 'D' -> Decision.DENY;
            case 'I' -> Decision.INDETERMINATE;
            default -> Decision.PERMIT;
          };
      assertEquals(expected, score.decision(request), where);
      assertEquals(
          expected,
          DecisionPoints.together(decisionPoints.answers(visits(proof, request), request.target())),
          where);
      assertEquals(expected == Decision.PERMIT, isSure(truth, admission, score, request), where);
    }
  }

  /** Whether the request shows something, and each point lets it pass without a doubt. */
  private static boolean isSure(
      TruthTable truth, Admission admission, ExactScore score, Request request) {
    int row = truth.classes().rowOf(request);
    int column = truth.classes().columnOf(request);
    long sure = admission.sure(score.evidence().honest(row), column / Long.SIZE);
    return !score.evidence().showsNothing(row) && (sure >>> column & 1) != 0;
  }

  private static List<Visit> visits(Proof proof, Request request) {
    return Sight.all(proof, request).stream()
        .map(sight -> new Visit(sight.showing().point(), evidence(sight.shown())))
        .toList();
  }

  private static Evidence evidence(SortedMap<String, String> shown) {
    Evidence evidence = Evidence.none();
    for (Map.Entry<String, String> attribute : shown.entrySet()) {
      evidence = evidence.verified(attribute.getKey(), attribute.getValue());
    }
    return evidence;
  }

  private static NaiveScore found(Scenario scenario, TruthTable truth, ExactScore score) {
    RequestCounts counts = score.counts();
    return new NaiveScore(
        counts.total(),
        IntStream.range(0, scenario.policies().size())
            .mapToObj(policy -> found(truth, score, policy))
            .toList(),
        counts.denyBiasedWronglyDenied(),
        counts.permitBiasedWronglyPermitted(),
        counts.fewestWrong());
  }

  private static NaivePolicyScore found(TruthTable truth, ExactScore score, int policy) {
    return new NaivePolicyScore(
        truth.scopeSize(policy),
        score.isEnforced(policy),
        score.withstands(policy),
        score.enforcedAt(policy).stream().map(score.evidence()::indexOf).toList());
  }
}
