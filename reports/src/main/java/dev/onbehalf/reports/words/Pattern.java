package dev.onbehalf.reports.words;

import dev.onbehalf.simulation.result.Outcome;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.PolicyFacts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strategies that fare alike: every policy has the same outcome under each of them.
 *
 * @param shown the one that stands for them: the recommended one, or the cheapest
 * @param others the rest, cheapest first
 * @param recommended whether the verdict is to use the one that is shown
 */
public record Pattern(StrategyResult shown, List<StrategyResult> others, boolean recommended) {
  private static final int MOST_SHOWN = 8;

  public Pattern {
    others = List.copyOf(others);
  }

  /** The patterns of a result, by their cheapest strategies. */
  public static List<Pattern> of(SimulationResult result) {
    return result.strategies().stream()
        .collect(
            Collectors.groupingBy(
                strategy -> key(result, strategy), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(alike -> of(result, alike))
        .toList();
  }

  /** The patterns, but of many those alone that enforce most; the recommended one among them. */
  public static List<Pattern> inShort(SimulationResult result) {
    List<Pattern> patterns = of(result);
    List<Pattern> best =
        patterns.stream()
            .sorted(
                Comparator.comparing((Pattern pattern) -> !pattern.recommended())
                    .thenComparing(pattern -> -pattern.shown().withstands())
                    .thenComparing(pattern -> -pattern.shown().enforced()))
            .limit(patterns.size() <= MOST_SHOWN ? MOST_SHOWN : MOST_SHOWN - 1L)
            .toList();
    return patterns.stream().filter(best::contains).toList();
  }

  private static Pattern of(SimulationResult result, List<StrategyResult> alike) {
    StrategyResult shown =
        alike.stream().filter(result::recommends).findFirst().orElse(alike.get(0));
    return new Pattern(
        shown,
        alike.stream().filter(strategy -> !strategy.equals(shown)).toList(),
        result.recommends(shown));
  }

  /** What is ruled out doesn't stand beside what may be used. */
  private static List<Object> key(SimulationResult result, StrategyResult strategy) {
    return List.of(
        result.policies().stream().map(strategy::outcome).toList(), strategy.ruledOutBy());
  }

  /**
   * The pattern with a strategy that can't be used and is best refuted: the one that is closest.
   */
  public static Optional<Pattern> closest(List<Pattern> patterns) {
    return patterns.stream()
        .takeWhile(pattern -> !pattern.recommended())
        .filter(pattern -> !pattern.shown().suffices())
        .max(
            Comparator.comparing((Pattern pattern) -> !pattern.failsOnlyIfCheated())
                .thenComparing(pattern -> pattern.shown().withstands())
                .thenComparing(pattern -> -patterns.indexOf(pattern)));
  }

  private boolean failsOnlyIfCheated() {
    return shown.enforced() == shown.of();
  }

  /** All of them, the one that is shown first. */
  public List<StrategyResult> strategies() {
    return Stream.concat(Stream.of(shown), others.stream()).toList();
  }

  /** The names of the others. */
  public List<String> otherNames() {
    return others.stream().map(StrategyResult::name).toList();
  }

  /** The policies that they fall short of, worst first. */
  public List<PolicyFacts> shortfalls(SimulationResult result) {
    return result.policies().stream()
        .filter(policy -> outcome(policy).failed())
        .sorted(Comparator.comparing(this::outcome))
        .toList();
  }

  /** How the policy fares. */
  public Outcome outcome(PolicyFacts policy) {
    return shown.outcome(policy);
  }
}
