package dev.onbehalf.reports.terminal;

import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.LiveCounts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was played with real tokens, in words. */
final class LiveRuns {
  private LiveRuns() {}

  /** One line when all strategies fared alike, else one for each group that did. */
  static List<String> lines(SimulationResult result) {
    Map<String, List<String>> strategies =
        result.strategies().stream()
            .collect(
                Collectors.groupingBy(
                    strategy -> line(strategy.live()),
                    LinkedHashMap::new,
                    Collectors.mapping(StrategyResult::name, Collectors.toList())));
    return strategies.entrySet().stream()
        .map(line -> strategies.size() == 1 ? line.getKey() : named(line))
        .toList();
  }

  private static String named(Map.Entry<String, List<String>> line) {
    return String.join(", ", line.getValue()) + ": " + line.getKey();
  }

  private static String line(LiveCounts live) {
    return "%s played with real tokens, %s"
        .formatted(
            requests(live),
            live.agrees() ? "every answer as computed" : "answers differ from what was computed");
  }

  private static String requests(LiveCounts live) {
    return live.requests() < live.of()
        ? "a sample of " + live.requests() + " of " + live.of() + " requests"
        : TerminalReport.counted(live.requests(), "request", "requests");
  }
}
