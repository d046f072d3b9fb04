package dev.onbehalf.simulation;

import dev.onbehalf.scenario.Request;
import dev.onbehalf.scenario.Resource;
import dev.onbehalf.scenario.Scenario;
import dev.onbehalf.simulation.SimulationResult.Cost;
import dev.onbehalf.simulation.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.SimulationResult.PolicyScore;
import dev.onbehalf.simulation.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.workload.ScenarioWorkload;
import dev.onbehalf.strategy.CacheKey;
import dev.onbehalf.strategy.CredentialStrategy;
import dev.onbehalf.strategy.Population;
import dev.onbehalf.token.OperationCounts;
import dev.onbehalf.token.TokenService;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One strategy on one scenario: probed, scored, played, and its failures proved. */
final class StrategyRun {
  private final Scenario scenario;
  private final ScenarioSource source;
  private final TruthTable truth;
  private final CredentialStrategy strategy;
  private final Optional<ScenarioWorkload> workload;
  private final SimulationSettings settings;
  private final Population population;

  StrategyRun(
      Scenario scenario,
      ScenarioSource source,
      TruthTable truth,
      CredentialStrategy strategy,
      Optional<ScenarioWorkload> workload,
      SimulationSettings settings) {
    this.scenario = scenario;
    this.source = source;
    this.truth = truth;
    this.strategy = strategy;
    this.workload = workload;
    this.settings = settings;
    population =
        new Population(
            scenario.users(),
            scenario.agents(),
            scenario.resources().stream().map(Resource::name).toList());
  }

  StrategyResult run(Progress progress) {
    Probe probe = new Probe(strategy, tokenService(), longestPath());
    EvidenceClasses evidence =
        new EvidenceClasses(truth.classes(), strategy.proves(), probe.cheats(scenario));
    ExactScore score = new ExactScore(truth, evidence);
    List<Request> requests = requests(score);
    LiveCounts live = play(requests, score, progress);
    List<PolicyScore> policies = policies(score, witnesses(evidence));
    return new StrategyResult(
        strategy.name(),
        strategy.proves().attributesVia(),
        strategy.proves().atResource().directly(),
        strategy.proves().isJoint(),
        (int) policies.stream().filter(PolicyScore::enforced).count(),
        (int) policies.stream().filter(PolicyScore::withstands).count(),
        (int) IntStream.range(0, policies.size()).filter(i -> !truth.isVacuous(i)).count(),
        policies,
        score.counts(),
        live,
        cost(probe, policyEntries(requests, score)),
        Optional.empty());
  }

  private LiveCounts play(List<Request> requests, ExactScore score, Progress progress) {
    TokenService tokenService = tokenService();
    Callers callers = new Callers(strategy, population, tokenService);
    EnforcementPoint resourceServers = new EnforcementPoint(strategy, tokenService);
    CheatingAgent cheatingAgent = new CheatingAgent(new EnforcementPoint(strategy, tokenService));
    new LiveRun(scenario, strategy, truth, score, callers, resourceServers, cheatingAgent)
        .play(requests, progress);
    return new LiveCounts(
        requests.size(),
        truth.classes().size(),
        tokenService.tokensIssued(),
        resourceServers.tokensVerified(),
        cheatingAgent.presentations(),
        true);
  }

  /** Their tokens are shown without signatures, the one part that depends on the provider. */
  private Witnesses witnesses(EvidenceClasses evidence) {
    TokenService tokenService = tokenService();
    return new Witnesses(
        scenario,
        source,
        evidence,
        new Callers(strategy, population, tokenService),
        new CheatingAgent(new EnforcementPoint(strategy, tokenService)));
  }

  private TokenService tokenService() {
    return TokenService.seeded(
        settings.seed(), settings.algorithm(), settings.provider(), settings.clock());
  }

  private int longestPath() {
    return scenario.chains().stream().mapToInt(List::size).max().orElse(1);
  }

  private List<Request> requests(ExactScore score) {
    return new RequestSampler(scenario, truth, settings.liveLimit(), settings.seed()).sample(score);
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
                    finder.find(policy).map(witnesses::witness)))
        .toList();
  }

  /** Counted only where the live run plays every request: a sample would miss entries. */
  private Optional<Integer> policyEntries(List<Request> requests, ExactScore score) {
    return requests.size() == truth.classes().size()
        ? Optional.of(PolicyEntries.count(requests, strategy.proves(), score))
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
        strategy.cachedBy().stream().map(CacheKey::word).toList(),
        new StandingCredentials(strategy).of(population, policyEntries),
        priced.nominal());
  }
}
