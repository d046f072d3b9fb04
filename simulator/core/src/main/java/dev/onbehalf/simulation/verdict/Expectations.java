package dev.onbehalf.simulation.verdict;

import dev.onbehalf.scenario.Expectation;
import dev.onbehalf.scenario.Expectation.EnforcedCount;
import dev.onbehalf.scenario.Located;
import dev.onbehalf.simulation.result.SimulationResult.ExpectationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.SimulationResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a scenario expects of its run with what came out. */
public final class Expectations {
  private final Map<String, StrategyResult> strategies;
  private final Verdict verdict;

  public Expectations(List<StrategyResult> strategies, Verdict verdict) {
    this.strategies =
        strategies.stream().collect(Collectors.toMap(StrategyResult::name, Function.identity()));
    this.verdict = verdict;
  }

  /**
   * The results, without those that nothing can be said of because a strategy that the expectation
   * names wasn't run.
   */
  public List<ExpectationResult> check(Expectation expectation) {
    List<ExpectationResult> results = new ArrayList<>();
    if (ranAll(expectation)) {
      expectation.recommended().ifPresent(name -> results.add(recommended(name)));
    }
    for (EnforcedCount expected : expectation.enforced()) {
      StrategyResult strategy = strategies.get(expected.strategy().text());
      if (strategy != null) {
        results.add(
            result(
                "policies enforced by " + strategy.name(),
                String.valueOf(expected.policies()),
                String.valueOf(strategy.withstands()),
                expected.strategy()));
      }
    }
    return results;
  }

  private boolean ranAll(Expectation expectation) {
    return expectation.enforced().stream().allMatch(e -> ran(e.strategy()))
        && expectation.recommended().stream().allMatch(this::ran);
  }

  private boolean ran(Located strategy) {
    return strategy.text().equals(Expectation.NONE) || strategies.containsKey(strategy.text());
  }

  private ExpectationResult recommended(Located expected) {
    return result(
        "recommended", expected.text(), verdict.recommended().orElse(Expectation.NONE), expected);
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
