package dev.onbehalf.reports.chart;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Strategies at one place of a chart.
 *
 * @param ranks their places in the order of cost
 * @param numbered whether the chart names strategies by their places, because names would cover
 *     each other
 * @param chosen the name of the strategy to use, where it is among them
 */
public record StrategyMark(
    List<String> names, List<Integer> ranks, boolean numbered, List<String> chosen) {
  private static final int MOST_NAMES = 6;

  public static StrategyMark of(SimulationResult result, StrategyResult strategy) {
    boolean recommended = Charts.standsOut(result, strategy);
    return new StrategyMark(
        List.of(strategy.name()),
        List.of(result.strategies().indexOf(strategy) + 1),
        isNumbered(result),
        recommended ? List.of(strategy.name()) : List.of());
  }

  /** Whether charts of the result name strategies by their places. */
  public static boolean isNumbered(SimulationResult result) {
    return result.strategies().size() > MOST_NAMES;
  }

  /** One mark for all that stand at the same place. */
  static StrategyMark together(List<StrategyMark> marks) {
    return new StrategyMark(
        marks.stream().flatMap(mark -> mark.names().stream()).toList(),
        marks.stream().flatMap(mark -> mark.ranks().stream()).toList(),
        marks.get(0).numbered(),
        marks.stream().flatMap(mark -> mark.chosen().stream()).toList());
  }

  boolean standsOut() {
    return !chosen.isEmpty();
  }

  /** What stands beside the mark. */
  String label() {
    return numbered
        ? Stream.concat(chosen.stream(), Stream.of(places())).collect(Collectors.joining(" "))
        : spoken();
  }

  /** What those hear who don't see the chart. */
  String spoken() {
    return String.join(", ", names);
  }

  /** The places as {@code 2, 4–7}, in brackets after the name of the strategy to use. */
  private String places() {
    List<String> ranges = new ArrayList<>();
    for (int first = 0; first < ranks.size(); ) {
      int last = first;
      while (last + 1 < ranks.size() && ranks.get(last + 1) == ranks.get(last) + 1) {
        last++;
      }
      ranges.add(range(ranks.get(first), ranks.get(last)));
      first = last + 1;
    }
    String list = String.join(", ", ranges);
    return standsOut() ? "(" + list + ")" : list;
  }

  private static String range(int first, int last) {
    return switch (last - first) {
      case 0 -> String.valueOf(first);
      case 1 -> first + ", " + last;
      default -> first + "–" + last;
    };
  }
}
