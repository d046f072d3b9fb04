package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Operation;
import dev.onbehalf.text.PrintableText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was measured, in two lines: what the recommended strategies take, and how others compare.
 */
public final class TimingSummary {
  private final Map<String, Timing> timings = new TreeMap<>();
  private final Map<String, Long> signatures = new TreeMap<>();
  private final List<String> subjects;

  private TimingSummary(List<SimulationResult> results) {
    results.stream().flatMap(result -> result.strategies().stream()).forEach(this::add);
    List<String> recommended =
        results.stream()
            .flatMap(result -> result.verdict().recommended().stream())
            .filter(timings::containsKey)
            .distinct()
            .toList();
    subjects = recommended.isEmpty() ? List.copyOf(timings.keySet()) : recommended;
  }

  private void add(StrategyResult strategy) {
    strategy
        .timing()
        .ifPresent(
            timing -> {
              timings.put(strategy.name(), timing);
              signatures.put(strategy.name(), strategy.cost().signatures());
            });
  }

  /** The lines; none when nothing was measured. */
  public static List<String> lines(List<SimulationResult> results) {
    TimingSummary summary = new TimingSummary(results);
    return summary.timings.isEmpty()
        ? List.of()
        : List.of(
            PrintableText.escaped("minting: " + summary.told(Timing::obtain, summary::mints)),
            PrintableText.escaped("a whole access: " + summary.told(Timing::access, any -> true)));
  }

  private boolean mints(String strategy) {
    return signatures.getOrDefault(strategy, 0L) > 0;
  }

  private String told(Function<Timing, Operation> step, Predicate<String> takes) {
    return subjects.stream().map(name -> told(name, step, takes)).collect(Collectors.joining("; "));
  }

  private String told(String name, Function<Timing, Operation> step, Predicate<String> takes) {
    Optional<String> other =
        timings.keySet().stream()
            .filter(takes)
            .filter(one -> !subjects.contains(one))
            .min(Comparator.comparing(one -> nanos(one, step)));
    if (!takes.test(name)) {
      return name
          + " mints nothing"
          + other.map(one -> ", " + one + " takes " + micros(one, step)).orElse("");
    }
    return name
        + " "
        + micros(name, step)
        + other
            .filter(one -> subjects.size() == 1)
            .map(one -> ", " + times(nanos(name, step) / nanos(one, step)) + " times " + one)
            .orElse("");
  }

  private double nanos(String strategy, Function<Timing, Operation> step) {
    return Optional.ofNullable(timings.get(strategy))
        .map(step)
        .map(Operation::nanosPerOperation)
        .orElse(Double.NaN);
  }

  private String micros(String strategy, Function<Timing, Operation> step) {
    return Numbers.digits(nanos(strategy, step) / 1_000, 3) + " us";
  }

  private static String times(double factor) {
    return Numbers.digits(factor, factor < 10 ? 2 : 3);
  }
}
