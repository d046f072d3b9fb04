package dev.onbehalf.reports.html;

import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.regex.Pattern;

/** The identifiers that deep links lead to; policies go by their position in the file. */
final class Anchors {
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Anchors() {}

  static String policy(int number) {
    return "policy-" + number;
  }

  static String evidence(int policy, String strategy) {
    return policy(policy) + "-" + strategy;
  }

  /** The part of an identifier that stands for a strategy: its name, if that is safe there. */
  static String strategy(List<StrategyResult> strategies, StrategyResult strategy) {
    return KEBAB_CASE.matcher(strategy.name()).matches()
        ? strategy.name()
        : "strategy." + (strategies.indexOf(strategy) + 1);
  }
}
