package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.evidence.Point;
import dev.onbehalf.evidence.Practice;
import dev.onbehalf.scenario.Effect;
import dev.onbehalf.scenario.Names;
import dev.onbehalf.scenario.Request;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything one run found out. Its components, in their order and by their names, are the members
 * of the result file.
 *
 * @param boundary what each action on each resource needs, whatever the strategy
 * @param accounts how many accounts for agents would do without delegation
 * @param plan a strategy for each resource; empty when nothing enforces everything
 */
public record SimulationResult(
    int formatVersion,
    ScenarioFacts scenario,
    List<PolicyFacts> policies,
    Verdict verdict,
    List<Boundary> boundary,
    Accounts accounts,
    Optional<Plan> plan,
    List<StrategyResult> strategies,
    List<FailedStrategy> failed,
    List<ExpectationResult> expectations) {
  /** The version of the result format written here. */
  public static final int FORMAT_VERSION = 2;

  public SimulationResult {
    policies = List.copyOf(policies);
    boundary = List.copyOf(boundary);
    strategies = List.copyOf(strategies);
    failed = List.copyOf(failed);
    expectations = List.copyOf(expectations);
  }

  /** How many policies count: those whose scope isn't empty. */
  public int countedPolicies() {
    return (int) policies.stream().filter(policy -> !policy.vacuous()).count();
  }

  /** This result with what came out when it was played. */
  public SimulationResult played(
      Verdict proved,
      Optional<Plan> playedPlan,
      List<StrategyResult> playedStrategies,
      List<ExpectationResult> checked) {
    return new SimulationResult(
        formatVersion,
        scenario,
        policies,
        proved,
        boundary,
        accounts,
        playedPlan,
        playedStrategies,
        failed,
        checked);
  }

  /** This result with what was measured, by the name of the strategy. */
  public SimulationResult with(Map<String, Timing> timings) {
    return new SimulationResult(
        formatVersion,
        scenario,
        policies,
        verdict,
        boundary,
        accounts,
        plan,
        strategies.stream()
            .map(strategy -> strategy.with(Optional.ofNullable(timings.get(strategy.name()))))
            .toList(),
        failed,
        expectations);
  }

  /** The plan, if it isn't to use the recommended strategy everywhere. */
  public Optional<Plan> otherPlan() {
    return plan.filter(one -> !one.strategies().equals(verdict.recommended().stream().toList()));
  }

  /** Whether the strategy is the one to use. */
  public boolean recommends(StrategyResult strategy) {
    return verdict.recommended().equals(Optional.of(strategy.name()));
  }

  /** The strategy of the name; empty when it has no result. */
  public Optional<StrategyResult> strategy(String name) {
    return strategies.stream().filter(strategy -> strategy.name().equals(name)).findFirst();
  }

  /** Whether every expectation of the scenario held. */
  public boolean asExpected() {
    return unmet().isEmpty();
  }

  /** The expectations of the scenario that didn't hold. */
  public List<ExpectationResult> unmet() {
    return expectations.stream().filter(expectation -> !expectation.held()).toList();
  }

  /**
   * The scenario in numbers.
   *
   * @param have the machinery that is there already
   * @param cannot the machinery and habits that are ruled out
   * @param require what is required beside the policies, in the words of the scenario
   * @param crossed so many requests through agents are denied, but permitted for somebody else on
   *     the same path: an agent that lies about whom it serves reaches them under every strategy
   */
  public record ScenarioFacts(
      String name,
      Optional<String> about,
      String file,
      String sha256,
      int users,
      int agents,
      int resources,
      int policies,
      long requests,
      List<String> have,
      List<String> cannot,
      Map<String, String> require,
      long crossed) {
    public ScenarioFacts {
      have = List.copyOf(have);
      cannot = List.copyOf(cannot);
      require = Collections.unmodifiableMap(new LinkedHashMap<>(require));
    }

    /** What is wrong with the name, which names files as well, if anything is. */
    public Optional<String> problemOfName() {
      return Names.problemOfScenario(name);
    }
  }

  /**
   * A policy.
   *
   * @param scope how many requests it matches whose truth is its own effect
   * @param vacuous whether the scope is empty
   */
  public record PolicyFacts(
      String id,
      int line,
      String text,
      Optional<String> because,
      Effect effect,
      long scope,
      boolean vacuous) {}

  /**
   * What to use, and why.
   *
   * @param recommended the name of a strategy; empty when none suffices
   * @param needs what must be known, whatever the strategy, where most must be
   * @param withoutJointEvidence the cheapest strategy that suffices and decides nowhere on user and
   *     agent together; empty when there is none
   * @param ruledOut the strategies that come before the recommended one in the order of cost, or
   *     all of them when none is recommended
   * @param becauseOf the parts of the scenario that the recommendation rests on
   */
  public record Verdict(
      Optional<String> recommended,
      Need needs,
      OnBehalfOf onBehalfOf,
      Optional<String> withoutJointEvidence,
      String summary,
      List<RuledOut> ruledOut,
      List<Ground> becauseOf) {
    public Verdict {
      ruledOut = List.copyOf(ruledOut);
      becauseOf = List.copyOf(becauseOf);
    }

    /** This verdict with what it rests on. */
    public Verdict restingOn(List<Ground> grounds) {
      return new Verdict(
          recommended, needs, onBehalfOf, withoutJointEvidence, summary, ruledOut, grounds);
    }
  }

  /** A strategy that doesn't do, the policies that it fails, and the proof for the first. */
  public record RuledOut(String strategy, List<String> policies, String witness) {
    public RuledOut {
      policies = List.copyOf(policies);
    }
  }

  /**
   * One strategy on this scenario.
   *
   * @param proves the attributes verified on a call through agents
   * @param provesDirectly the attributes verified on a call by the user in person
   * @param jointEvidence whether one enforcement point sees user and agent together
   * @param points where calls are decided on, in the order in which they pass
   * @param believes the attributes for which a caller's unsigned word is taken
   * @param machinery what must exist for it to run
   * @param ruledOutBy what it takes of what the scenario rules out, and the keys of what the
   *     scenario requires and it doesn't meet
   * @param of how many policies count
   * @param requirements what there is to every requirement that a scenario can make, by its key
   * @param attacks what attacks come to, in numbers
   * @param timing what was measured; empty when nothing was
   * @param practice what others call it and how to use it; empty in results of older versions
   */
  public record StrategyResult(
      String name,
      List<String> proves,
      List<String> provesDirectly,
      boolean jointEvidence,
      List<PointFacts> points,
      List<String> believes,
      List<Machinery> machinery,
      List<String> ruledOutBy,
      int enforced,
      int withstands,
      int of,
      List<PolicyScore> policies,
      RequestCounts requests,
      LiveCounts live,
      Cost cost,
      Map<String, Measured> requirements,
      Optional<AttackFacts> attacks,
      Optional<Timing> timing,
      Optional<Practice> practice) {
    public StrategyResult {
      requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
      proves = List.copyOf(proves);
      provesDirectly = List.copyOf(provesDirectly);
      points = List.copyOf(points);
      believes = List.copyOf(believes);
      machinery = List.copyOf(machinery);
      ruledOutBy = List.copyOf(ruledOutBy);
      policies = List.copyOf(policies);
    }

    /** This result with what came out when it was played, under the workload. */
    public StrategyResult played(
        List<PolicyScore> proved,
        LiveCounts counts,
        Cost underWorkload,
        Optional<AttackFacts> withMeans) {
      return with(proved, counts, underWorkload, withMeans, timing);
    }

    /** This result with what was measured. */
    StrategyResult with(Optional<Timing> measured) {
      return with(policies, live, cost, attacks, measured);
    }

    private StrategyResult with(
        List<PolicyScore> proved,
        LiveCounts counts,
        Cost underWorkload,
        Optional<AttackFacts> withMeans,
        Optional<Timing> measured) {
      return new StrategyResult(
          name,
          proves,
          provesDirectly,
          jointEvidence,
          points,
          believes,
          machinery,
          ruledOutBy,
          enforced,
          withstands,
          of,
          proved,
          requests,
          counts,
          underWorkload,
          requirements,
          withMeans,
          measured,
          practice);
    }

    /** How the policy fares; vacuous, too, where the strategy has no score of it. */
    public Outcome outcome(PolicyFacts policy) {
      return score(policy)
          .filter(score -> !policy.vacuous())
          .map(PolicyScore::outcome)
          .orElse(Outcome.VACUOUS);
    }

    /** The proof that the policy isn't enforced, or that it doesn't withstand. */
    public Optional<Witness> witness(PolicyFacts policy) {
      return score(policy).flatMap(PolicyScore::witness);
    }

    /** The score of the policy, if there is one. */
    public Optional<PolicyScore> score(PolicyFacts policy) {
      return policies.stream().filter(score -> score.id().equals(policy.id())).findFirst();
    }

    /** Whether what it obtains is for a single call. */
    public boolean obtainsForEachCall() {
      return cost.cachedBy().contains("call");
    }

    /** Whether every policy that counts is enforced and withstands cheating callers. */
    public boolean suffices() {
      return enforced == of && withstands == of;
    }

    /** The figures of what the scenario requires and it doesn't meet. */
    public List<String> unmet() {
      return requirements.values().stream().filter(Measured::fails).map(Measured::figure).toList();
    }

    /** Whether it suffices, takes nothing that is ruled out and meets what is required. */
    public boolean isEligible() {
      return suffices() && ruledOutBy.isEmpty();
    }
  }

  /**
   * An enforcement point, and the attributes that it sees.
   *
   * @param directly of a call by the user in person; empty too when such calls don't pass
   * @param via of a call through agents
   */
  public record PointFacts(Point point, List<String> directly, List<String> via) {
    public PointFacts {
      directly = List.copyOf(directly);
      via = List.copyOf(via);
    }
  }

  /**
   * What there is to one requirement.
   *
   * @param meets whether it is met; empty where the scenario doesn't make it
   * @param figure the same in a few words
   */
  public record Measured(String value, Optional<Boolean> meets, String figure) {
    /** Whether the scenario requires something else. */
    public boolean fails() {
      return !meets.orElse(true);
    }
  }

  /**
   * One policy under one strategy.
   *
   * @param enforcedAt the points that answer the requests in the policy's scope: a denied one is
   *     answered where it is stopped first, a permitted one by every point that it passes; empty
   *     when the policy isn't enforced
   * @param witness the proof, when the policy isn't enforced or doesn't withstand
   */
  public record PolicyScore(
      String id,
      boolean enforced,
      boolean withstands,
      List<Point> enforcedAt,
      Optional<Witness> witness) {
    public PolicyScore {
      enforcedAt = List.copyOf(enforcedAt);
    }

    /** This score with another proof. */
    public PolicyScore provedBy(Witness proof) {
      return new PolicyScore(id, enforced, withstands, enforcedAt, Optional.of(proof));
    }

    /** How the policy fares if it decides anything. */
    private Outcome outcome() {
      if (!enforced) {
        return Outcome.NOT_ENFORCED;
      }
      return withstands ? Outcome.ENFORCED : Outcome.HONEST_ONLY;
    }
  }

  /**
   * Two requests that look the same and need opposite answers.
   *
   * @param evidence the evidence that both show
   * @param points what each point sees of the denied request, with a permitted one that shows the
   *     same there
   * @param cheating whether the denied one shows it only when its caller cheats
   * @param leftOut what the cheating caller leaves out of what it holds
   * @param permittedTokens the tokens that the permitted request presents
   * @param deniedTokens the tokens that the denied request presents
   * @param sentence the pair in words
   */
  public record Witness(
      SortedMap<String, String> evidence,
      Request permitted,
      Request denied,
      List<PointWitness> points,
      boolean cheating,
      List<String> leftOut,
      List<TokenFacts> permittedTokens,
      List<TokenFacts> deniedTokens,
      String sentence) {
    /** The user of the denied request where it is nobody's in the scenario; no name is like it. */
    private static final String STRANGER = "a stranger";

    public Witness {
      permittedTokens = List.copyOf(permittedTokens);
      deniedTokens = List.copyOf(deniedTokens);
      evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
      points = List.copyOf(points);
      leftOut = List.copyOf(leftOut);
    }

    /**
     * What tells a permitted request that shows nothing from one of somebody who isn't in the
     * scenario.
     */
    public static Witness ofStranger(Request permitted, String sentence) {
      return new Witness(
          new TreeMap<>(),
          permitted,
          new Request(
              STRANGER, List.of(), permitted.resource(), permitted.action(), permitted.context()),
          List.of(),
          false,
          List.of(),
          List.of(),
          List.of(),
          sentence);
    }

    /** This witness with what was seen of it when it was played. */
    public Witness played(
        List<String> notPresented,
        List<TokenFacts> ofPermitted,
        List<TokenFacts> ofDenied,
        String inWords) {
      return new Witness(
          evidence,
          permitted,
          denied,
          points,
          cheating,
          notPresented,
          ofPermitted,
          ofDenied,
          inWords);
    }

    /** Whether the denied request is that of any stranger. */
    public boolean isOfStranger() {
      return denied.user().equals(STRANGER);
    }

    /** How a caller cheats that doesn't present these. */
    public static String leavingOut(List<String> parts) {
      return "leaving out its " + String.join(" and ", parts);
    }

    /** The pair in words that don't name what is left out, and so fit several strategies. */
    public String generalSentence() {
      return leftOut.isEmpty()
          ? sentence
          : sentence.replace(leavingOut(leftOut), leavingOut(List.of("part")));
    }
  }

  /** What one point sees of a denied request, and a permitted one of which it sees the same. */
  public record PointWitness(Point point, SortedMap<String, String> evidence, Request permitted) {
    public PointWitness {
      evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }
  }

  /** A token decoded: everything but its signature, members in the order of the token. */
  public record TokenFacts(Map<String, Object> header, Map<String, Object> claims) {
    public TokenFacts {
      header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
      claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }
  }

  /**
   * Requests by what the best policy engine can do with them.
   *
   * @param indeterminate permitted and denied ones that show the evidence of the opposite
   * @param denyBiasedWronglyDenied permitted ones that are denied when in doubt
   * @param permitBiasedWronglyPermitted denied ones that are permitted when in doubt
   * @param fewestWrong the fewest wrong answers that any engine can give
   */
  public record RequestCounts(
      long total,
      long indeterminate,
      long denyBiasedWronglyDenied,
      long permitBiasedWronglyPermitted,
      long fewestWrong) {}

  /**
   * The live run.
   *
   * @param requests how many were played
   * @param of how many there are; more than were played when it is a sample
   * @param cheats how many presentations of cheating callers were played
   * @param agrees whether every answer was the one that the exact score foretells
   */
  public record LiveCounts(
      long requests,
      long of,
      long tokensMinted,
      long tokensVerified,
      long cheats,
      boolean agrees) {}

  /**
   * What one call through one agent costs, with nothing at hand but the user's own login.
   *
   * @param tokenBytes the size of the tokens that the call presents
   */
  public record Cost(
      long signatures,
      long verifications,
      long roundTrips,
      long tokenBytes,
      List<String> cachedBy,
      Standing standing,
      Optional<WorkloadCost> workload) {
    public Cost {
      cachedBy = List.copyOf(cachedBy);
    }

    /** This cost under the workload. */
    public Cost with(Optional<WorkloadCost> simulated) {
      return new Cost(
          signatures, verifications, roundTrips, tokenBytes, cachedBy, standing, simulated);
    }
  }

  /**
   * What someone must create and look after.
   *
   * @param credentials everything that is registered: accounts, clients, grants, keys
   * @param kinds of each kind how many
   * @param registrations clients at the token service
   * @param policyEntries in the access lists of the resources: evidence, resource and action that
   *     are permitted; empty when there are too many requests to look at each
   * @param changedByJoiner how many credentials are created or removed when a user joins
   * @param changedByLeaver how many when a user leaves
   * @param changedByAgent how many when an agent is added
   */
  public record Standing(
      int credentials,
      SortedMap<String, Integer> kinds,
      Growth growth,
      int registrations,
      Optional<Integer> policyEntries,
      int changedByJoiner,
      int changedByLeaver,
      int changedByAgent) {
    public Standing {
      kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }
  }

  /**
   * A strategy that broke its contract, so that nothing can be said of it.
   *
   * @param plugIn the file that it was loaded from, if it is by others
   */
  public record FailedStrategy(String strategy, Optional<String> plugIn, String error) {}

  /** An expectation of the scenario, and what came out. */
  public record ExpectationResult(
      String what, String expected, String found, int line, int column, boolean held) {}
}
