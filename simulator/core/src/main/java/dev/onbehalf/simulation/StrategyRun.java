package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.attack.AttackScore;
import dev.onbehalf.simulation.live.Behaviour;
import dev.onbehalf.simulation.live.Behaviours;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
import dev.onbehalf.simulation.live.Foresight;
import dev.onbehalf.simulation.live.HonestCalls;
import dev.onbehalf.simulation.live.LiveRun;
import dev.onbehalf.simulation.live.Passage;
import dev.onbehalf.simulation.live.Probe;
import dev.onbehalf.simulation.live.RequestSampler;
import dev.onbehalf.simulation.live.SimulationSettings;
import dev.onbehalf.simulation.live.Writing;
import dev.onbehalf.simulation.result.AttackFacts;
import dev.onbehalf.simulation.result.Progress;
import dev.onbehalf.simulation.result.ScenarioSource;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.PointFacts;
import dev.onbehalf.simulation.result.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.score.EvidenceClasses;
import dev.onbehalf.simulation.score.ExactScore;
import dev.onbehalf.simulation.score.TruthTable;
import dev.onbehalf.simulation.verdict.Aftermath;
import dev.onbehalf.simulation.verdict.Contender;
import dev.onbehalf.simulation.verdict.Costs;
import dev.onbehalf.simulation.verdict.PlanCandidate;
import dev.onbehalf.simulation.verdict.PlannedWorld;
import dev.onbehalf.simulation.verdict.PolicyEntries;
import dev.onbehalf.simulation.verdict.RequirementCheck;
import dev.onbehalf.simulation.verdict.StrategyWorkload;
import dev.onbehalf.simulation.verdict.WitnessFinder;
import dev.onbehalf.simulation.verdict.WitnessWords;
import dev.onbehalf.simulation.verdict.Witnesses;
import dev.onbehalf.simulation.workload.ScenarioWorkload;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.GuardedStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.OperationCounts;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One strategy on one scenario: probed, scored, played, and its failures proved. */
final class StrategyRun {
  /** From so many on only some failures are proved. */
  private static final int MANY_POLICIES = 200;

  private static final int MOST_PROVED = 10;

  private final Scenario scenario;
  private final ScenarioSource source;
  private final TruthTable truth;
  private final TruthTable apart;
  private final RequirementCheck requirements;
  private final CredentialStrategy unguarded;
  private final CredentialStrategy strategy;
  private final Proof declared;
  private final Optional<ScenarioWorkload> workload;
  private final SimulationSettings settings;
  private final Foresight foresight;
  private final Behaviour behaviour;
  private final Population population;
  private final Costs costs;

  /**
   * A run.
   *
   * @param apart what is true of requests, in a table in which one can tell who is who
   */
  StrategyRun(
      Scenario scenario,
      ScenarioSource source,
      TruthTable truth,
      TruthTable apart,
      CredentialStrategy strategy,
      Optional<ScenarioWorkload> workload,
      SimulationSettings settings,
      Behaviours behaviours) {
    this.scenario = scenario;
    this.source = source;
    this.truth = truth;
    this.apart = apart;
    requirements = new RequirementCheck(scenario.requirements());
    unguarded = strategy;
    foresight = new Foresight(strategy, settings, behaviours);
    behaviour = foresight.of(scenario);
    this.strategy = behaviour.strategy();
    declared = strategy.about().proof();
    this.workload = workload;
    this.settings = settings;
    population = Callers.population(scenario);
    costs = new Costs(strategy);
  }

  /** What is known before it is played, with what it takes to score it in a changed scenario. */
  Foretold foretell(Progress progress) {
    EvidenceClasses evidence =
        new EvidenceClasses(truth.classes(), strategy.about().proof(), behaviour.cheats());
    ExactScore score = new ExactScore(truth, evidence);
    List<Request> requests = requests(score);
    // A plug-in that does now this, now that is found out best by what it does with requests.
    Optional<LiveCounts> live =
        GuardedStrategy.plugIn(unguarded).map(jar -> live(requests, score, progress));
    WitnessWords words = new WitnessWords(scenario, source, evidence);
    Proofs proofs = new Proofs(proved(score), new WitnessFinder(truth, score), words);
    StrategyResult result = result(score, policies(score, proofs), policyEntries(requests, score));
    Contender contender =
        new Contender(
            result,
            candidate(score, result),
            strategy,
            changed -> behaviour(changed).cheats(),
            changed -> meets(changed, result.cost()));
    return new Foretold(
        contender,
        later -> {
          foresight.play();
          return contender.with(
              played(
                  result,
                  proofs.played(result.policies(), () -> witnesses(evidence, words)),
                  live.orElseGet(() -> live(requests, score, later))));
        });
  }

  /** With chains as long as those of the scenario, it is what it is there. */
  private Behaviour behaviour(Scenario changed) {
    return Probe.longestPath(changed) == Probe.longestPath(scenario)
        ? behaviour
        : foresight.of(changed);
  }

  /** Attacks come to something else where policies or chains differ. */
  private boolean meets(Scenario changed, Cost cost) {
    return changed.requirements().isEmpty()
        || requirements.unmet(facts(TruthTable.apart(changed), behaviour(changed), cost)).isEmpty();
  }

  private AttackFacts facts(TruthTable table, Behaviour there, Cost cost) {
    return new AttackScore(table, strategy.about().proof(), there.cheats(), there.attacks())
        .facts(cost.standing().kinds());
  }

  private LiveCounts live(List<Request> requests, ExactScore score, Progress progress) {
    return requests.isEmpty() ? nothing() : play(requests, score, progress);
  }

  private StrategyResult played(
      StrategyResult result, List<PolicyScore> policies, LiveCounts live) {
    Aftermath aftermath =
        new Aftermath(
            scenario.workload(),
            strategy.about().cacheKeys(),
            result.cost().with(priced().nominal()));
    Optional<AttackFacts> attacks = result.attacks().map(aftermath::of);
    return result.played(
        policies, live, attacks.map(aftermath::heeding).orElse(result.cost()), attacks);
  }

  private StrategyResult result(
      ExactScore score, List<PolicyScore> policies, Optional<Integer> policyEntries) {
    Cost cost = cost(policyEntries);
    AttackFacts attacks = facts(apart, behaviour, cost);
    return new StrategyResult(
        strategy.about().name(),
        declared.attributesVia(),
        declared.atResource().directly(),
        declared.isJoint(),
        declared.showings().stream().map(StrategyRun::facts).toList(),
        declared.believed(),
        strategy.about().machinery(),
        Stream.concat(
                Habits.ruledOut(scenario.circumstances(), behaviour, cost.standing().kinds()),
                requirements.unmet(attacks).stream())
            .toList(),
        (int) policies.stream().filter(PolicyScore::enforced).count(),
        (int) policies.stream().filter(PolicyScore::withstands).count(),
        (int) IntStream.range(0, policies.size()).filter(i -> !truth.isVacuous(i)).count(),
        policies,
        score.counts(),
        nothing(),
        cost,
        requirements.measured(attacks),
        Optional.of(attacks),
        Optional.empty(),
        Optional.of(strategy.about().practice()));
  }

  private PlanCandidate candidate(ExactScore score, StrategyResult result) {
    List<List<Integer>> failing =
        PlannedWorld.byResource(
            scenario,
            truth,
            policy ->
                result.policies().get(policy).withstands() ? new BitSet() : score.failing(policy));
    return new PlanCandidate(
        result.name(),
        result.machinery(),
        costs.growing(),
        behaviour.passesForUser(),
        result.cost().signatures() + result.cost().roundTrips(),
        costs.holdings(population),
        failing);
  }

  private static PointFacts facts(Proof.Showing showing) {
    return new PointFacts(showing.point(), showing.directly(), showing.via());
  }

  private LiveCounts nothing() {
    return new LiveCounts(0, truth.classes().size(), 0, 0, 0, true);
  }

  private LiveCounts play(List<Request> requests, ExactScore score, Progress progress) {
    TokenService tokenService = settings.tokenService();
    Callers callers = new Callers(strategy, population, tokenService, scenario.contexts());
    DecisionPoints decisionPoints = new DecisionPoints(scenario, strategy.about().proof());
    callers.issuance().judgeBy(decisionPoints);
    EnforcementPoint servers = new EnforcementPoint(strategy, tokenService);
    boolean all = requests.size() == truth.classes().size();
    CheatingCaller cheatingCaller =
        cheatingCaller(
            tokenService,
            callers,
            behaviour.writing(scenario, all ? Integer.MAX_VALUE : Writing.SOME_WORDS));
    Passage passage = new Passage(strategy, tokenService, servers);
    new LiveRun(
            scenario,
            strategy,
            truth,
            score,
            new HonestCalls(strategy, callers, passage, decisionPoints),
            decisionPoints,
            cheatingCaller)
        .play(requests, progress);
    return new LiveCounts(
        requests.size(),
        truth.classes().size(),
        tokenService.tokensIssued() - cheatingCaller.tokensMinted(),
        servers.tokensVerified(),
        cheatingCaller.presentations(),
        true);
  }

  private Witnesses witnesses(EvidenceClasses evidence, WitnessWords words) {
    TokenService tokenService = settings.shownTokenService();
    Callers callers = new Callers(strategy, population, tokenService, scenario.contexts());
    return new Witnesses(
        words,
        scenario,
        strategy.about().proof(),
        evidence,
        callers,
        cheatingCaller(tokenService, callers, behaviour.writing(scenario, Integer.MAX_VALUE)));
  }

  private CheatingCaller cheatingCaller(
      TokenService tokenService, Callers callers, Writing writing) {
    return new CheatingCaller(
        strategy,
        tokenService,
        callers,
        new EnforcementPoint(strategy, tokenService),
        writing,
        scenario.pathsAtUser());
  }

  private List<Request> requests(ExactScore score) {
    return settings.isExactAlone()
        ? List.of()
        : new RequestSampler(scenario, truth, settings.liveLimit(), settings.seed()).sample(score);
  }

  private List<PolicyScore> policies(ExactScore score, Proofs proofs) {
    return IntStream.range(0, scenario.policies().size())
        .mapToObj(
            policy ->
                new PolicyScore(
                    scenario.policies().get(policy).id(),
                    score.isEnforced(policy),
                    score.withstands(policy),
                    score.enforcedAt(policy),
                    proofs.unplayed(policy)))
        .toList();
  }

  /** The policies to prove: all that fail, or of so many some that fail in either way. */
  private List<Integer> proved(ExactScore score) {
    int policies = scenario.policies().size();
    int most = policies > MANY_POLICIES ? MOST_PROVED : policies;
    return Stream.concat(
            policies(policy -> !score.isEnforced(policy)).limit(most),
            policies(policy -> score.isEnforced(policy) && !score.withstands(policy)).limit(most))
        .sorted()
        .toList();
  }

  /** The policies that count, those that are wanted. */
  private Stream<Integer> policies(IntPredicate wanted) {
    return IntStream.range(0, scenario.policies().size())
        .filter(policy -> !truth.isVacuous(policy))
        .filter(wanted)
        .boxed();
  }

  /** Counted only where the live run plays every request: a sample would miss entries. */
  private Optional<Integer> policyEntries(List<Request> requests, ExactScore score) {
    return requests.size() == truth.classes().size()
        ? Optional.of(PolicyEntries.count(requests, strategy.about().proof(), score))
        : Optional.empty();
  }

  private StrategyWorkload priced() {
    return new StrategyWorkload(
        workload,
        strategy,
        settings.algorithm(),
        behaviour.costOfObtaining(),
        behaviour.tokensOfObtaining());
  }

  private Cost cost(Optional<Integer> policyEntries) {
    OperationCounts counts = behaviour.costOfObtaining();
    return new Cost(
        counts.signatures(),
        counts.verifications(),
        counts.roundTrips(),
        behaviour.tokenBytes(),
        strategy.about().cacheKeys().stream().map(CacheKey::word).toList(),
        costs.of(population, policyEntries),
        Optional.empty());
  }
}
