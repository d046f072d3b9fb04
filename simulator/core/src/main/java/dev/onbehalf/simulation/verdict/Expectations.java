package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Expectation;
import dev.onbehalf.scenario.Expectation.EnforcedCount;
import dev.onbehalf.scenario.Expectation.PlannedStrategy;
import dev.onbehalf.scenario.Located;
import dev.onbehalf.simulation.result.Plan;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a scenario expects of its run with what came out. */
public final class Expectations {
  private final Map<String, StrategyResult> strategies;
  private final Verdict verdict;
  private final Optional<Plan> plan;

  public Expectations(List<StrategyResult> strategies, Verdict verdict, Optional<Plan> plan) {
    this.strategies =
        strategies.stream().collect(Collectors.toMap(StrategyResult::name, Function.identity()));
    this.verdict = verdict;
    this.plan = plan;
  }

  /**
   * The results, without those that nothing can be said of because a strategy that the expectation
   * names wasn't run.
   */
  public List<ExpectationResult> check(Expectation expectation) {
    List<ExpectationResult> results = new ArrayList<>();
    if (ranAll(expectation)) {
      expectation.recommended().ifPresent(name -> results.add(recommended(name)));
      expectation.plan().forEach(planned -> results.add(planned(planned)));
    }
    expectation.onBehalfOf().ifPresent(word -> results.add(onBehalfOf(word)));
    results.addAll(
        counts(expectation.enforced(), "policies enforced by ", StrategyResult::withstands));
    results.addAll(
        counts(
            expectation.enforcedIfHonest(),
            "policies enforced if callers are honest by ",
            StrategyResult::enforced));
    return results;
  }

  private List<ExpectationResult> counts(
      List<EnforcedCount> counts, String what, ToIntFunction<StrategyResult> found) {
    return counts.stream()
        .flatMap(
            expected ->
                Optional.ofNullable(strategies.get(expected.strategy().text()))
                    .map(strategy -> count(expected, what, found.applyAsInt(strategy)))
                    .stream())
        .toList();
  }

  private static ExpectationResult count(EnforcedCount expected, String what, int found) {
    return result(
        what + expected.strategy().text(),
        String.valueOf(expected.policies()),
        String.valueOf(found),
        expected.strategy());
  }

  private boolean ranAll(Expectation expectation) {
    return Stream.of(expectation.enforced(), expectation.enforcedIfHonest())
            .flatMap(List::stream)
            .allMatch(expected -> ran(expected.strategy()))
        && expectation.recommended().stream().allMatch(this::ran)
        && expectation.plan().stream().map(PlannedStrategy::strategy).allMatch(this::ran);
  }

  private boolean ran(Located strategy) {
    return strategy.text().equals(Expectation.NONE) || strategies.containsKey(strategy.text());
  }

  private ExpectationResult recommended(Located expected) {
    return result(
        "recommended", expected.text(), verdict.recommended().orElse(Expectation.NONE), expected);
  }

  private ExpectationResult planned(PlannedStrategy expected) {
    return result(
        "plan for " + expected.resource(),
        expected.strategy().text(),
        plan.map(found -> found.resources().get(expected.resource())).orElse(Expectation.NONE),
        expected.strategy());
  }

  private ExpectationResult onBehalfOf(Located expected) {
    return result("on-behalf-of", expected.text(), verdict.onBehalfOf().word(), expected);
  }

  private static ExpectationResult result(
      String what, String expected, String found, Located where) {
    return new ExpectationResult(
        what,
        expected,
        found,
        where.position().line(),
        where.position().column(),
        expected.equals(found));
  }
}
