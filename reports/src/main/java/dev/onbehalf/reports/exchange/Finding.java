package dev.onbehalf.reports.exchange;

import dev.onbehalf.reports.words.OutcomeWords;
import dev.onbehalf.reports.words.ResultWords;
import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Witness;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that someone should look at, and where.
 *
 * @param related other lines of the same file that it depends on
 */
record Finding(
    FindingRule rule,
    String message,
    String file,
    int line,
    Optional<Integer> column,
    List<Related> related) {
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  /** A line of the file, and what it has to do with the finding. */
  record Related(int line, String words) {}

  static Stream<Finding> of(SimulationResult result) {
    Stream<Finding> expectations =
        result.unmet().stream().flatMap(expectation -> of(result, expectation));
    Stream<Finding> policies = result.policies().stream().flatMap(policy -> of(result, policy));
    return Stream.concat(expectations, policies);
  }

  /** At the policies that made the expectation fail, or at the expectation itself. */
  private static Stream<Finding> of(SimulationResult result, ExpectationResult expectation) {
    List<Finding> atPolicies =
        result.strategies().stream()
            .filter(strategy -> concerns(expectation, strategy))
            .flatMap(strategy -> shortfalls(result, expectation, strategy))
            .toList();
    return atPolicies.isEmpty()
        ? Stream.of(atExpectation(result, expectation))
        : atPolicies.stream();
  }

  /** Whether the strategy was expected to enforce more, or to be the recommended one. */
  private static boolean concerns(ExpectationResult expectation, StrategyResult strategy) {
    boolean more = expectation.what().endsWith(" " + strategy.name()) && expectsMore(expectation);
    return more || expectation.expected().equals(strategy.name());
  }

  private static boolean expectsMore(ExpectationResult expectation) {
    return COUNT.matcher(expectation.expected()).matches()
        && COUNT.matcher(expectation.found()).matches()
        && Integer.parseInt(expectation.expected()) > Integer.parseInt(expectation.found());
  }

  private static Stream<Finding> shortfalls(
      SimulationResult result, ExpectationResult expectation, StrategyResult strategy) {
    Related expected = new Related(expectation.line(), ResultWords.sentence(expectation));
    return result.policies().stream()
        .filter(policy -> strategy.outcome(policy).failed())
        .map(
            policy ->
                new Finding(
                    FindingRule.EXPECTATION_FAILED,
                    ResultWords.sentence(expectation) + "; " + why(policy, strategy),
                    result.scenario().file(),
                    policy.line(),
                    Optional.empty(),
                    List.of(expected)));
  }

  private static Finding atExpectation(SimulationResult result, ExpectationResult expectation) {
    return new Finding(
        FindingRule.EXPECTATION_FAILED,
        ResultWords.sentence(expectation),
        result.scenario().file(),
        expectation.line(),
        Optional.of(expectation.column()),
        List.of());
  }

  private static Stream<Finding> of(SimulationResult result, PolicyFacts policy) {
    if (policy.vacuous()) {
      return Stream.of(at(result, policy, FindingRule.VACUOUS, "decides no request"));
    }
    boolean enforced =
        result.strategies().stream()
            .anyMatch(strategy -> strategy.outcome(policy) == Outcome.ENFORCED);
    return enforced
        ? Stream.empty()
        : result.strategies().stream()
            .reduce((cheaper, dearer) -> dearer)
            .map(last -> at(result, policy, FindingRule.NOT_ENFORCEABLE, why(policy, last)))
            .stream();
  }

  private static Finding at(
      SimulationResult result, PolicyFacts policy, FindingRule rule, String why) {
    return new Finding(
        rule,
        policy.id() + " (" + policy.text() + "): " + why,
        result.scenario().file(),
        policy.line(),
        Optional.empty(),
        List.of());
  }

  private static String why(PolicyFacts policy, StrategyResult strategy) {
    String outcome =
        "under " + strategy.name() + " " + OutcomeWords.words(strategy.outcome(policy));
    return strategy
        .witness(policy)
        .map(Witness::sentence)
        .map(sentence -> outcome + ": " + sentence)
        .orElse(outcome);
  }
}
