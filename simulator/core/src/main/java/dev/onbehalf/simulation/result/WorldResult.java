package dev.onbehalf.simulation.result;

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
 * @param patterns the policies, those that fare alike under every strategy counted together
 * @param otherPatterns how many more patterns there are
 * @param strategies in the order of cost
 */
public record WorldResult(
    int formatVersion,
    WorldFacts scenario,
    WorldVerdict verdict,
    Map<String, Long> needs,
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
      Map<String, String> require) {
    public WorldFacts {
      require = Collections.unmodifiableMap(new LinkedHashMap<>(require));
    }
  }

  /** What to use, as far as the score decides on it. */
  public record WorldVerdict(
      Optional<String> recommended,
      Need needs,
      OnBehalfOf onBehalfOf,
      Optional<String> withoutJointEvidence) {}

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
      ExactCounts requests) {
    public StrategyScore {
      ruledOutBy = List.copyOf(ruledOutBy);
    }

    /** Whether every policy that counts is enforced and withstands cheating callers. */
    public boolean suffices() {
      return withstands == of;
    }
  }
}
