package dev.onbehalf.simulation.result;

import dev.onbehalf.evidence.Machinery;
import dev.onbehalf.scenario.Request;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the exact score alone says of a scenario, however large it is. Its components, in their
 * order and by their names, are the members of the file.
 *
 * @param needs how many actions on resources need what, by the words for it
 * @param plan empty when nothing does for some resource, or more is required than policies
 * @param patterns the policies, those that fare alike under every strategy counted together
 * @param otherPatterns how many more patterns there are
 * @param strategies in the order of cost
 */
public record WorldResult(
    int formatVersion,
    WorldFacts scenario,
    WorldVerdict verdict,
    Map<String, Long> needs,
    Optional<WorldPlan> plan,
    List<PolicyPattern> patterns,
    int otherPatterns,
    List<StrategyScore> strategies) {
  public WorldResult {
    needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
    patterns = List.copyOf(patterns);
    strategies = List.copyOf(strategies);
  }

  /**
   * The scenario in numbers.
   *
   * @param require what is required beside the policies, which isn't measured here
   */
  public record WorldFacts(
      String name,
      Optional<String> about,
      String file,
      String sha256,
      int users,
      int agents,
      int resources,
      int policies,
      BigInteger requests,
      List<String> have,
      List<String> cannot,
      Map<String, String> require) {
    public WorldFacts {
      have = List.copyOf(have);
      cannot = List.copyOf(cannot);
      require = Collections.unmodifiableMap(new LinkedHashMap<>(require));
    }
  }

  /**
   * What to use, as far as the score decides on it.
   *
   * @param becauseOf what the recommendation rests on
   */
  public record WorldVerdict(
      Optional<String> recommended,
      Need needs,
      OnBehalfOf onBehalfOf,
      Optional<String> withoutJointEvidence,
      List<Ground> becauseOf) {
    public WorldVerdict {
      becauseOf = List.copyOf(becauseOf);
    }

    /** The same, with what it rests on. */
    public WorldVerdict restingOn(List<Ground> grounds) {
      return new WorldVerdict(recommended, needs, onBehalfOf, withoutJointEvidence, grounds);
    }
  }

  /**
   * Policies that fare alike.
   *
   * @param outcomes the word for it, by the name of the strategy
   * @param examples the first of them
   * @param proofs why the first isn't enforced, or doesn't withstand cheating callers
   */
  public record PolicyPattern(
      Map<String, String> outcomes,
      int policies,
      List<PolicyExample> examples,
      List<PatternProof> proofs) {
    public PolicyPattern {
      outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
      examples = List.copyOf(examples);
      proofs = List.copyOf(proofs);
    }
  }

  /** A policy. */
  public record PolicyExample(String id, int line, String text) {}

  /** Two requests with the same evidence; none is denied where a stranger can show as much. */
  public record PatternProof(
      String strategy,
      Request permitted,
      Optional<Request> denied,
      boolean cheating,
      String sentence) {}

  /**
   * What one strategy can enforce.
   *
   * @param of how many policies count
   */
  public record StrategyScore(
      String name,
      boolean jointEvidence,
      List<String> ruledOutBy,
      int enforced,
      int withstands,
      int of,
      ExactCounts requests,
      StrategyCost cost) {
    public StrategyScore {
      ruledOutBy = List.copyOf(ruledOutBy);
    }

    /** Whether every policy that counts is enforced and withstands cheating callers. */
    public boolean suffices() {
      return withstands == of;
    }
  }

  /**
   * What decides on the order of cost.
   *
   * @param obtainsForEachCall whether no credential can be kept for the next call
   * @param signaturesAndRoundTrips of one credential, with nothing at hand but the user's login
   * @param credentials the standing ones
   */
  public record StrategyCost(
      Growth growth,
      List<Machinery> machinery,
      boolean obtainsForEachCall,
      long signaturesAndRoundTrips,
      BigInteger credentials) {
    public StrategyCost {
      machinery = List.copyOf(machinery);
    }

    /** How many pieces must be built where these are there, by their words. */
    public long newPieces(List<String> have) {
      return Machinery.countNew(machinery, have);
    }
  }

  /** How many policies count, which is the same for all strategies. */
  public int countedPolicies() {
    return strategies.stream().mapToInt(StrategyScore::of).findFirst().orElse(0);
  }

  /** The strategy of the name. */
  public Optional<StrategyScore> strategy(String name) {
    return strategies.stream().filter(strategy -> strategy.name().equals(name)).findFirst();
  }

  /** The plan, if it isn't to use the recommended strategy everywhere. */
  public Optional<WorldPlan> otherPlan() {
    return plan.filter(one -> !one.strategies().equals(verdict.recommended().stream().toList()));
  }
}
