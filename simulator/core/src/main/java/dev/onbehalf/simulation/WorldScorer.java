package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Policy;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.WorldAlternatives.Entrant;
import dev.onbehalf.simulation.column.WorldScore;
import dev.onbehalf.simulation.live.Behaviour;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.result.Ground;
import dev.onbehalf.simulation.result.Need;
import dev.onbehalf.simulation.result.OnBehalfOf;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.WorldPlan;
import dev.onbehalf.simulation.result.WorldResult;
import dev.onbehalf.simulation.result.WorldResult.PatternProof;
import dev.onbehalf.simulation.result.WorldResult.PolicyExample;
import dev.onbehalf.simulation.result.WorldResult.PolicyPattern;
import dev.onbehalf.simulation.result.WorldResult.StrategyCost;
import dev.onbehalf.simulation.result.WorldResult.StrategyScore;
import dev.onbehalf.simulation.result.WorldResult.WorldFacts;
import dev.onbehalf.simulation.result.WorldResult.WorldVerdict;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.Shown;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.Costs;
import dev.onbehalf.simulation.verdict.PlaceInOrder;
import dev.onbehalf.simulation.verdict.PlanCandidate;
import dev.onbehalf.simulation.verdict.RequirementCheck;
import dev.onbehalf.simulation.verdict.Rival;
import dev.onbehalf.simulation.verdict.SampledPopulation;
import dev.onbehalf.simulation.verdict.Sensitivity;
import dev.onbehalf.simulation.verdict.WitnessFinder;
import dev.onbehalf.simulation.verdict.WitnessPair;
import dev.onbehalf.strategy.About;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Scores a scenario by the exact score alone, target by target, so that its size doesn't matter.
 * Nothing is played.
 */
public final class WorldScorer {
  private static final int MOST_PATTERNS = 200;
  private static final int MOST_EXAMPLES = 3;
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  /** Kinds of credentials show in a few; nobody registers ten million users to see them. */
  private static final Population FEW =
      new Population(List.of("u1", "u2"), List.of("a1", "a2"), List.of("r1", "r2"));

  private final Scenario scenario;
  private final SimulationSettings settings;
  private final Behaviours behaviours;
  private final SampledPopulation population;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Scored> strategies;
  private final WorldScore score;

  private WorldScorer(
      Scenario scenario,
      List<CredentialStrategy> strategies,
      SimulationSettings settings,
      Behaviours behaviours) {
    this.scenario = scenario;
    this.behaviours = behaviours;
    this.settings = settings.exactAlone();
    population = SampledPopulation.of(scenario);
    this.strategies =
        strategies.stream().map(this::scored).sorted(Comparator.comparing(Scored::place)).toList();
    score = new WorldScore(scenario, shown);
  }

  /** A strategy, and the position of what it shows: strategies that show the same share it. */
  private record Scored(
      CredentialStrategy strategy,
      About about,
      Behaviour behaviour,
      Costs costs,
      StrategyCost cost,
      PlaceInOrder place,
      List<String> ruledOutBy,
      int shown) {
    String name() {
      return about.name();
    }
  }

  /** The result. */
  public static WorldResult run(
      Scenario scenario,
      ScenarioSource source,
      List<CredentialStrategy> strategies,
      SimulationSettings settings) {
    return run(scenario, source, strategies, settings, new Behaviours());
  }

  /**
   * The result.
   *
   * @param behaviours what was learned of the strategies so far, and is learned now
   */
  public static WorldResult run(
      Scenario scenario,
      ScenarioSource source,
      List<CredentialStrategy> strategies,
      SimulationSettings settings,
      Behaviours behaviours) {
    return new WorldScorer(scenario, strategies, settings, behaviours).result(source);
  }

  private Scored scored(CredentialStrategy strategy) {
    Behaviour behaviour = behaviours.of(strategy, scenario, settings);
    About about = behaviour.strategy().about();
    Costs costs = new Costs(behaviour.strategy());
    BigInteger credentials = costs.credentials(population);
    PlaceInOrder place =
        PlaceInOrder.of(
            about,
            costs.growth(),
            behaviour.costOfObtaining(),
            credentials.min(MOST).longValue(),
            scenario.circumstances().have());
    return new Scored(
        strategy,
        about,
        behaviour,
        costs,
        new StrategyCost(
            place.growth(),
            about.machinery(),
            place.obtainsForEachCall(),
            place.effort(),
            credentials),
        place,
        Habits.ruledOut(scenario.circumstances(), behaviour, costs.kinds(FEW)).toList(),
        position(new Shown(about.proof(), behaviour.cheats())));
  }

  private int position(Shown one) {
    if (!shown.contains(one)) {
      shown.add(one);
    }
    return shown.indexOf(one);
  }

  private WorldResult result(ScenarioSource source) {
    List<StrategyScore> scores = strategies.stream().map(this::score).toList();
    Map<List<Outcome>, List<Integer>> patterns = patterns();
    Map<String, Long> needs = new LinkedHashMap<>();
    score.needs().forEach((need, targets) -> needs.put(need.word(), targets));
    return new WorldResult(
        SimulationResult.FORMAT_VERSION,
        facts(source),
        verdict(scores).restingOn(grounds(scores)),
        needs,
        plan(),
        patterns.entrySet().stream()
            .limit(MOST_PATTERNS)
            .map(pattern -> pattern(pattern.getKey(), pattern.getValue()))
            .toList(),
        Math.max(0, patterns.size() - MOST_PATTERNS),
        scores);
  }

  private WorldFacts facts(ScenarioSource source) {
    return new WorldFacts(
        scenario.name(),
        scenario.about(),
        source.file(),
        source.sha256(),
        scenario.users().size(),
        scenario.agents().size(),
        scenario.resources().size(),
        scenario.policies().size(),
        scenario.requestCount(),
        scenario.circumstances().have(),
        scenario.circumstances().cannot(),
        new RequirementCheck(scenario.requirements()).words());
  }

  /** What else is required isn't measured here, so that no plan can be found then. */
  private Optional<WorldPlan> plan() {
    WorldPlanning planning = new WorldPlanning(scenario, score);
    return Optional.of(strategies)
        .filter(any -> scenario.requirements().isEmpty())
        .flatMap(
            all ->
                planning.plan(
                    all.stream()
                        .filter(one -> one.ruledOutBy().isEmpty())
                        .map(one -> candidate(one, planning.failing(one.shown())))
                        .toList()));
  }

  private PlanCandidate candidate(Scored strategy, List<List<Integer>> failing) {
    return new PlanCandidate(
        strategy.name(),
        strategy.about().machinery(),
        strategy.costs().growing(),
        strategy.behaviour().passesForUser(),
        strategy.place().effort(),
        strategy.costs().holdings(population),
        failing);
  }

  private WorldVerdict verdict(List<StrategyScore> scores) {
    Need needs = score.needs().isEmpty() ? Need.NONE : score.needs().lastKey();
    return new WorldVerdict(
        first(scores, one -> true),
        needs,
        OnBehalfOf.of(needs),
        first(scores, one -> !one.jointEvidence()),
        List.of());
  }

  private List<Ground> grounds(List<StrategyScore> scores) {
    return scenario.requirements().isEmpty()
        ? new Sensitivity(
                scenario,
                IntStream.range(0, scores.size())
                    .mapToObj(i -> rival(scores.get(i), strategies.get(i)))
                    .toList(),
                new WorldAlternatives(
                    scenario,
                    score,
                    strategies.stream()
                        .map(one -> new Entrant(one.shown(), !one.ruledOutBy().isEmpty()))
                        .toList(),
                    changed -> strategies.stream().map(one -> shown(one, changed)).toList()))
            .grounds()
        : List.of();
  }

  private static Rival rival(StrategyScore scored, Scored strategy) {
    return new Rival(
        scored.name(),
        scored.suffices(),
        scored.ruledOutBy(),
        strategy.place().counting(strategy.about().machinery().size()));
  }

  /** With chains as long as those of the scenario, a strategy behaves as it does there. */
  private Shown shown(Scored strategy, Scenario changed) {
    Behaviour there =
        Probe.longestPath(changed) == Probe.longestPath(scenario)
            ? strategy.behaviour()
            : behaviours.of(strategy.strategy(), changed, settings);
    return new Shown(strategy.about().proof(), there.cheats());
  }

  /** What else is required isn't measured here, so that nothing can be recommended then. */
  private Optional<String> first(List<StrategyScore> scores, Predicate<StrategyScore> wanted) {
    return scores.stream()
        .filter(one -> scenario.requirements().isEmpty())
        .filter(one -> one.suffices() && one.ruledOutBy().isEmpty())
        .filter(wanted)
        .map(StrategyScore::name)
        .findFirst();
  }

  private StrategyScore score(Scored strategy) {
    List<Outcome> outcomes =
        policies().mapToObj(policy -> score.outcome(strategy.shown(), policy)).toList();
    int withstood = count(outcomes, Outcome.ENFORCED);
    return new StrategyScore(
        strategy.name(),
        strategy.about().proof().isJoint(),
        strategy.ruledOutBy(),
        withstood + count(outcomes, Outcome.HONEST_ONLY),
        withstood,
        outcomes.size() - count(outcomes, Outcome.VACUOUS),
        score.counts(strategy.shown()),
        strategy.cost());
  }

  private static int count(List<Outcome> outcomes, Outcome wanted) {
    return (int) outcomes.stream().filter(outcome -> outcome == wanted).count();
  }

  private IntStream policies() {
    return IntStream.range(0, scenario.policies().size());
  }

  /** The policies by how they fare under what is shown, those of the first first. */
  private Map<List<Outcome>, List<Integer>> patterns() {
    Map<List<Outcome>, List<Integer>> patterns = new LinkedHashMap<>();
    policies()
        .forEach(
            policy ->
                patterns.computeIfAbsent(outcomes(policy), any -> new ArrayList<>()).add(policy));
    return patterns;
  }

  private List<Outcome> outcomes(int policy) {
    return IntStream.range(0, shown.size()).mapToObj(one -> score.outcome(one, policy)).toList();
  }

  private PolicyPattern pattern(List<Outcome> outcomes, List<Integer> policies) {
    Map<String, String> words = new LinkedHashMap<>();
    strategies.forEach(one -> words.put(one.name(), outcomes.get(one.shown()).word()));
    return new PolicyPattern(
        words,
        policies.size(),
        policies.stream().limit(MOST_EXAMPLES).map(this::example).toList(),
        strategies.stream().flatMap(one -> proof(one, policies.get(0)).stream()).toList());
  }

  private PolicyExample example(int policy) {
    Policy said = scenario.policies().get(policy);
    return new PolicyExample(said.id(), said.line(), said.text());
  }

  private Optional<PatternProof> proof(Scored strategy, int policy) {
    return score
        .failing(strategy.shown(), policy)
        .map(failing -> proof(strategy, failing.truth(), failing.policy()));
  }

  private PatternProof proof(Scored strategy, TruthTable truth, int policy) {
    Shown of = shown.get(strategy.shown());
    WitnessFinder finder = new WitnessFinder(truth, new ExactScore(truth, of.proof(), of.cheats()));
    return finder
        .unshown(policy)
        .map(
            permitted ->
                new PatternProof(
                    strategy.name(),
                    permitted,
                    Optional.empty(),
                    false,
                    permitted.may() + ", but shows nothing, as any stranger can"))
        .orElseGet(() -> proof(strategy.name(), finder.find(policy).orElseThrow()));
  }

  private static PatternProof proof(String strategy, WitnessPair pair) {
    return new PatternProof(
        strategy,
        pair.permitted(),
        Optional.of(pair.denied()),
        pair.cheating(),
        pair.denied().mayNot()
            + ", but "
            + (pair.cheating() ? "can show" : "shows")
            + " the same evidence as a permitted call: "
            + pair.permitted().may());
  }
}
