package dev.onbehalf.strategies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.OperatingSystemMXBean;
import dev.onbehalf.scenario.InvalidScenarioException;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.scenario.Truth;
import dev.onbehalf.scenario.reading.ScenarioReader;
import dev.onbehalf.simulation.Simulator;
import dev.onbehalf.simulation.WorldScorer;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.ExactCounts;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.simulation.result.WorldResult.PatternProof;
import dev.onbehalf.simulation.result.WorldResult.PolicyExample;
import dev.onbehalf.simulation.result.WorldResult.PolicyPattern;
import dev.onbehalf.simulation.result.WorldResult.StrategyCost;
import dev.onbehalf.simulation.result.WorldResult.StrategyScore;
import dev.onbehalf.simulation.score.BoundaryFinder;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.strategy.CredentialStrategy;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scored target by target, a world of a million requests has in every number what a run finds on
 * the table of all requests. {@code -Dworlds.large=200} tries as many worlds.
 */
final class ScoreLikeRunTest {
  private static final int WORLDS = Integer.getInteger("worlds.large", 5);

  private static final int REQUESTS = 1_000_000;

  /** One world of so many is run as a whole. */
  private static final int FEW = 50;

  private static final SimulationSettings SETTINGS = SimulationSettings.byDefault().exactAlone();
  private static final Behaviours BEHAVIOURS = new Behaviours();
  private static final List<CredentialStrategy> STRATEGIES = Strategies.all().toList();

  private static long requests;
  private static long members;

  static LongStream seeds() {
    return LongStream.range(0, WORLDS);
  }

  /** Runs take long, since they prove what fails and compute what attacks come to. */
  static Stream<LargeWorld> worldsToRun() {
    return WORLDS < FEW
        ? LongStream.range(0, 2).mapToObj(seed -> new LargeWorld(seed, REQUESTS / 100))
        : LongStream.range(0, WORLDS / FEW).mapToObj(seed -> new LargeWorld(-seed, REQUESTS));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void score_isThatOfTheTable(long seed) throws InvalidScenarioException {
    Scenario scenario = read(new LargeWorld(seed, REQUESTS).yaml());
    List<Shown> shown =
        STRATEGIES.stream()
            .map(strategy -> BEHAVIOURS.of(strategy, scenario, SETTINGS))
            .map(one -> new Shown(one.strategy().about().proof(), one.cheats()))
            .distinct()
            .toList();
    assertSame(ofTable(scenario, shown), ofTargets(scenario, shown));
    requests += scenario.requestCount().longValueExact();
  }

  @ParameterizedTest
  @MethodSource("worldsToRun")
  void score_isThatOfTheRun(LargeWorld world) throws InvalidScenarioException {
    Scenario scenario = read(world.yaml());
    ScenarioSource source = ScenarioSource.of("world.yaml", world.yaml().getBytes(UTF_8));
    WorldResult score = WorldScorer.run(scenario, source, STRATEGIES, SETTINGS);
    assertSame(
        ofRun(Simulator.run(scenario, source, STRATEGIES, SETTINGS, Progress.NONE, BEHAVIOURS)),
        ofScore(score));
    score.patterns().forEach(pattern -> assertProved(scenario, pattern));
    requests += scenario.requestCount().longValueExact();
  }

  private static Scenario read(String yaml) throws InvalidScenarioException {
    return ScenarioReader.read("world.yaml", yaml.getBytes(UTF_8));
  }

  @AfterAll
  static void say() {
    System.out.printf(
        "%,d requests: %,d members are the same, in %.0f s of CPU%n",
        requests,
        members,
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9);
  }

  private static void assertSame(Map<String, Object> expected, Map<String, Object> found) {
    assertEquals(without(expected, found), without(found, expected));
    members += expected.size();
  }

  /** What is in one but not in the other: worlds have thousands of members. */
  private static Map<String, Object> without(Map<String, Object> some, Map<String, Object> others) {
    Map<String, Object> rest = new LinkedHashMap<>(some);
    rest.entrySet().removeAll(others.entrySet());
    return rest;
  }

  private static Map<String, Object> ofTable(Scenario scenario, List<Shown> shown) {
    Map<String, Object> members = new LinkedHashMap<>();
    TruthTable truth = new TruthTable(scenario);
    new BoundaryFinder(scenario, truth)
        .boundaries()
        .forEach(boundary -> count(members, boundary.needs()));
    for (int one = 0; one < shown.size(); one++) {
      ExactScore score = new ExactScore(truth, shown.get(one).proof(), shown.get(one).cheats());
      members.put(one + " counts", exact(score.counts()));
      for (int policy = 0; policy < scenario.policies().size(); policy++) {
        members.put("scope " + policy, truth.scopeSize(policy));
        members.put(policy + " under " + one, outcome(truth, score, policy));
        members.put(policy + " at " + one, score.enforcedAt(policy));
      }
    }
    return members;
  }

  private static void count(Map<String, Object> members, Need need) {
    members.merge("needs " + need.word(), 1L, (one, more) -> (Long) one + (Long) more);
  }

  private static Outcome outcome(TruthTable truth, ExactScore score, int policy) {
    return truth.isVacuous(policy)
        ? Outcome.VACUOUS
        : outcome(score.isEnforced(policy), score.withstands(policy));
  }

  private static Outcome outcome(boolean enforced, boolean withstands) {
    return withstands ? Outcome.ENFORCED : enforced ? Outcome.HONEST_ONLY : Outcome.NOT_ENFORCED;
  }

  private static Map<String, Object> ofTargets(Scenario scenario, List<Shown> shown) {
    Map<String, Object> members = new LinkedHashMap<>();
    WorldScore score = new WorldScore(scenario, shown);
    score.needs().forEach((need, targets) -> members.put("needs " + need.word(), targets));
    for (int one = 0; one < shown.size(); one++) {
      members.put(one + " counts", score.counts(one));
      for (int policy = 0; policy < scenario.policies().size(); policy++) {
        members.put("scope " + policy, score.scopeSize(policy));
        members.put(policy + " under " + one, score.outcome(one, policy));
        members.put(policy + " at " + one, score.enforcedAt(one, policy));
      }
    }
    return members;
  }

  private static Map<String, Object> ofRun(SimulationResult run) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("users", run.scenario().users());
    members.put("agents", run.scenario().agents());
    members.put("resources", run.scenario().resources());
    members.put("policies", run.scenario().policies());
    members.put("requests", BigInteger.valueOf(run.scenario().requests()));
    members.put("recommended", run.verdict().recommended());
    members.put("needs", run.verdict().needs());
    members.put("on behalf of", run.verdict().onBehalfOf());
    members.put("without joint evidence", run.verdict().withoutJointEvidence());
    run.boundary().forEach(boundary -> count(members, boundary.needs()));
    for (StrategyResult strategy : run.strategies()) {
      members.put(
          strategy.name(),
          new StrategyScore(
              strategy.name(),
              strategy.jointEvidence(),
              strategy.ruledOutBy(),
              strategy.enforced(),
              strategy.withstands(),
              strategy.of(),
              exact(strategy.requests()),
              cost(strategy)));
    }
    members.put("order", run.strategies().stream().map(StrategyResult::name).toList());
    patterns(run)
        .forEach((outcomes, policies) -> members.put("pattern " + outcomes, examples(policies)));
    return members;
  }

  private static StrategyCost cost(StrategyResult strategy) {
    Cost cost = strategy.cost();
    return new StrategyCost(
        cost.standing().growth(),
        strategy.machinery(),
        strategy.obtainsForEachCall(),
        cost.signatures() + cost.roundTrips(),
        BigInteger.valueOf(cost.standing().credentials()));
  }

  private static ExactCounts exact(RequestCounts counts) {
    return new ExactCounts(
        BigInteger.valueOf(counts.total()),
        BigInteger.valueOf(counts.denyBiasedWronglyDenied()),
        BigInteger.valueOf(counts.permitBiasedWronglyPermitted()),
        BigInteger.valueOf(counts.fewestWrong()));
  }

  /** The policies by how they fare under each strategy. */
  private static Map<Map<String, String>, List<PolicyFacts>> patterns(SimulationResult run) {
    Map<Map<String, String>, List<PolicyFacts>> patterns = new LinkedHashMap<>();
    for (int policy = 0; policy < run.policies().size(); policy++) {
      Map<String, String> outcomes = new LinkedHashMap<>();
      for (StrategyResult strategy : run.strategies()) {
        outcomes.put(strategy.name(), outcome(run, strategy, policy).word());
      }
      patterns.computeIfAbsent(outcomes, any -> new ArrayList<>()).add(run.policies().get(policy));
    }
    return patterns;
  }

  private static Outcome outcome(SimulationResult run, StrategyResult strategy, int policy) {
    PolicyScore score = strategy.policies().get(policy);
    return run.policies().get(policy).vacuous()
        ? Outcome.VACUOUS
        : outcome(score.enforced(), score.withstands());
  }

  /** How many there are, and the first of them. */
  private static List<Object> examples(List<PolicyFacts> policies) {
    return List.of(
        policies.size(),
        policies.stream()
            .limit(3)
            .map(policy -> new PolicyExample(policy.id(), policy.line(), policy.text()))
            .toList());
  }

  private static Map<String, Object> ofScore(WorldResult score) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("users", score.scenario().users());
    members.put("agents", score.scenario().agents());
    members.put("resources", score.scenario().resources());
    members.put("policies", score.scenario().policies());
    members.put("requests", score.scenario().requests());
    members.put("recommended", score.verdict().recommended());
    members.put("needs", score.verdict().needs());
    members.put("on behalf of", score.verdict().onBehalfOf());
    members.put("without joint evidence", score.verdict().withoutJointEvidence());
    score.needs().forEach((need, targets) -> members.put("needs " + need, targets));
    score.strategies().forEach(strategy -> members.put(strategy.name(), strategy));
    members.put("order", score.strategies().stream().map(StrategyScore::name).toList());
    for (PolicyPattern pattern : score.patterns()) {
      members.put("pattern " + pattern.outcomes(), List.of(pattern.policies(), pattern.examples()));
    }
    return members;
  }

  /** Of the first policy of a pattern every failure is proved by requests that need opposites. */
  private static void assertProved(Scenario scenario, PolicyPattern pattern) {
    List<String> failing =
        pattern.outcomes().entrySet().stream()
            .filter(one -> isFailure(one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(failing, pattern.proofs().stream().map(PatternProof::strategy).toList());
    for (PatternProof proof : pattern.proofs()) {
      assertEquals(Truth.PERMITTED, scenario.truth(proof.permitted()), proof.sentence());
      proof.denied().ifPresent(denied -> assertEquals(Truth.DENIED, scenario.truth(denied)));
    }
  }

  private static boolean isFailure(String outcome) {
    return outcome.equals(Outcome.NOT_ENFORCED.word())
        || outcome.equals(Outcome.HONEST_ONLY.word());
  }
}
