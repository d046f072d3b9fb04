package dev.onbehalf.simulation;

import dev.onbehalf.evidence.Habit;
import dev.onbehalf.evidence.Proof;
import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.attack.AttackScore;
import dev.onbehalf.simulation.attack.AttackShapes;
import dev.onbehalf.simulation.live.Callers;
import dev.onbehalf.simulation.live.CheatingCaller;
import dev.onbehalf.simulation.live.DecisionPoints;
import dev.onbehalf.simulation.live.EnforcementPoint;
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
import dev.onbehalf.simulation.score.RouteShape;
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
import dev.onbehalf.simulation.verdict.Witnesses;
import dev.onbehalf.simulation.workload.ScenarioWorkload;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.TokenService;
import dev.onbehalf.token.jose.OperationCounts;
import dev.onbehalf.token.registry.Registration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One strategy on one scenario: probed, scored, played, and its failures proved. */
final class StrategyRun {
  private final Scenario scenario;
  private final ScenarioSource source;
  private final TruthTable truth;
  private final TruthTable apart;
  private final RequirementCheck requirements;
  private final CredentialStrategy strategy;
  private final Proof declared;
  private final Optional<ScenarioWorkload> workload;
  private final SimulationSettings settings;
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
      SimulationSettings settings) {
    this.scenario = scenario;
    this.source = source;
    this.truth = truth;
    this.apart = apart;
    requirements = new RequirementCheck(scenario.requirements());
    this.strategy = Probe.observed(strategy, settings.tokenService(), scenario);
    declared = strategy.about().proof();
    this.workload = workload;
    this.settings = settings;
    population = Callers.population(scenario);
    costs = new Costs(strategy);
  }

  /** The result, with what it takes to score the strategy when the scenario is changed a little. */
  Contender run(Progress progress) {
    Probe probe = probe(scenario);
    Map<RouteShape.Pattern, List<RouteShape>> cheats = probe.cheats(scenario);
    AttackShapes attacks = probe.attacks(scenario);
    EvidenceClasses evidence =
        new EvidenceClasses(truth.classes(), strategy.about().proof(), cheats);
    ExactScore score = new ExactScore(truth, evidence);
    StrategyResult result = result(probe, evidence, score, cheats, attacks, progress);
    return new Contender(
        result,
        candidate(probe, score, result),
        strategy,
        changed -> cheats(changed, cheats),
        changed -> meets(changed, cheats, attacks, result.cost()));
  }

  private Probe probe(Scenario probed) {
    return Probe.of(strategy, settings.tokenService(probed.workload().tokenLifetime()), probed);
  }

  /** Attacks come to something else where policies or chains differ. */
  private boolean meets(
      Scenario changed,
      Map<RouteShape.Pattern, List<RouteShape>> cheats,
      AttackShapes attacks,
      Cost cost) {
    if (changed.requirements().isEmpty()) {
      return true;
    }
    AttackShapes shapes = isProbed(changed) ? attacks : probe(changed).attacks(changed);
    return requirements
        .unmet(facts(TruthTable.apart(changed), cheats(changed, cheats), shapes, cost))
        .isEmpty();
  }

  private AttackFacts facts(
      TruthTable table,
      Map<RouteShape.Pattern, List<RouteShape>> cheats,
      AttackShapes attacks,
      Cost cost) {
    return new AttackScore(table, strategy.about().proof(), cheats, attacks)
        .facts(cost.standing().kinds());
  }

  private boolean isProbed(Scenario changed) {
    return Probe.longestPath(changed) == Probe.longestPath(scenario);
  }

  /** With chains as long as those of the scenario the strategy was probed already. */
  private Map<RouteShape.Pattern, List<RouteShape>> cheats(
      Scenario changed, Map<RouteShape.Pattern, List<RouteShape>> known) {
    return isProbed(changed) ? known : probe(changed).cheats(changed);
  }

  private StrategyResult result(
      Probe probe,
      EvidenceClasses evidence,
      ExactScore score,
      Map<RouteShape.Pattern, List<RouteShape>> cheats,
      AttackShapes shapes,
      Progress progress) {
    List<Request> requests = requests(score);
    LiveCounts live = play(requests, score, probe, progress);
    List<PolicyScore> policies = policies(score, witnesses(evidence, probe));
    Cost cost = cost(probe, policyEntries(requests, score));
    Aftermath aftermath = new Aftermath(scenario.workload(), strategy.about().cacheKeys(), cost);
    AttackFacts attacks = aftermath.of(facts(apart, cheats, shapes, cost));
    return new StrategyResult(
        strategy.about().name(),
        declared.attributesVia(),
        declared.atResource().directly(),
        declared.isJoint(),
        declared.showings().stream().map(StrategyRun::facts).toList(),
        declared.believed(),
        strategy.about().machinery(),
        Stream.concat(ruledOutBy(probe, cost).stream(), requirements.unmet(attacks).stream())
            .toList(),
        (int) policies.stream().filter(PolicyScore::enforced).count(),
        (int) policies.stream().filter(PolicyScore::withstands).count(),
        (int) IntStream.range(0, policies.size()).filter(i -> !truth.isVacuous(i)).count(),
        policies,
        score.counts(),
        live,
        aftermath.heeding(attacks),
        requirements.measured(attacks),
        Optional.of(attacks),
        Optional.empty(),
        Optional.of(strategy.about().practice()));
  }

  private List<String> ruledOutBy(Probe probe, Cost cost) {
    return scenario.circumstances().cannot().stream()
        .filter(word -> takes(word, probe, cost))
        .toList();
  }

  private boolean takes(String word, Probe probe, Cost cost) {
    if (word.equals(Habit.PASS_USER_TOKENS.word())) {
      return probe.passesUserTokens();
    }
    return word.equals(Habit.STORE_USER_SECRETS.word())
        ? cost.standing().kinds().containsKey(Registration.Kind.VAULT_ENTRY.word())
        : strategy.about().machinery().stream().anyMatch(piece -> piece.word().equals(word));
  }

  private PlanCandidate candidate(Probe probe, ExactScore score, StrategyResult result) {
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
        probe.passesForUser(),
        result.cost().signatures() + result.cost().roundTrips(),
        costs.holdings(population),
        failing);
  }

  private static PointFacts facts(Proof.Showing showing) {
    return new PointFacts(showing.point(), showing.directly(), showing.via());
  }

  private LiveCounts play(
      List<Request> requests, ExactScore score, Probe probe, Progress progress) {
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
            probe.writing(scenario, all ? Integer.MAX_VALUE : Writing.SOME_WORDS));
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

  private Witnesses witnesses(EvidenceClasses evidence, Probe probe) {
    TokenService tokenService = settings.shownTokenService();
    Callers callers = new Callers(strategy, population, tokenService, scenario.contexts());
    return new Witnesses(
        scenario,
        source,
        strategy.about().proof(),
        evidence,
        callers,
        cheatingCaller(tokenService, callers, probe.writing(scenario, Integer.MAX_VALUE)));
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

  private List<PolicyScore> policies(ExactScore score, Witnesses witnesses) {
    WitnessFinder finder = new WitnessFinder(truth, score);
    return IntStream.range(0, scenario.policies().size())
        .mapToObj(
            policy ->
                new PolicyScore(
                    scenario.policies().get(policy).id(),
                    score.isEnforced(policy),
                    score.withstands(policy),
                    score.enforcedAt(policy),
                    finder
                        .unshown(policy)
                        .map(witnesses::ofStranger)
                        .or(() -> finder.find(policy).map(witnesses::witness))))
        .toList();
  }

  /** Counted only where the live run plays every request: a sample would miss entries. */
  private Optional<Integer> policyEntries(List<Request> requests, ExactScore score) {
    return requests.size() == truth.classes().size()
        ? Optional.of(PolicyEntries.count(requests, strategy.about().proof(), score))
        : Optional.empty();
  }

  private Cost cost(Probe probe, Optional<Integer> policyEntries) {
    StrategyWorkload priced = new StrategyWorkload(workload, strategy, settings.algorithm(), probe);
    OperationCounts counts = priced.counts();
    return new Cost(
        counts.signatures(),
        counts.verifications(),
        counts.roundTrips(),
        probe.tokenBytes(),
        strategy.about().cacheKeys().stream().map(CacheKey::word).toList(),
        costs.of(population, policyEntries),
        priced.nominal());
  }
}
