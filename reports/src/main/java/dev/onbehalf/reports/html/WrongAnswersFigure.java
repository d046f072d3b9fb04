package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.BarChart;
import dev.onbehalf.reports.chart.BarChart.Bar;
import dev.onbehalf.reports.chart.BarChart.Group;
import dev.onbehalf.reports.chart.Figure;
import dev.onbehalf.reports.chart.Figure.LegendEntry;
import dev.onbehalf.reports.chart.StrategyMark;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.RequestCounts;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;

/** What becomes of the requests that no policy engine can tell apart. */
final class WrongAnswersFigure {
  private WrongAnswersFigure() {}

  static Figure of(SimulationResult result) {
    return new Figure(
        "wrong",
        "Wrong answers",
        "When in doubt an enforcement point denies, and users lose access they should have, or it"
            + " permits, and requests leak; each bar counts the wrong answers of one of the two"
            + " biases. A strategy without a bar gives every request the right answer, and the"
            + " fewest wrong answers in the table are what no engine can avoid with this evidence.",
        List.of(
            new LegendEntry("blue", "wrongly denied, when in doubt deny"),
            new LegendEntry("orange", "wrongly permitted, when in doubt permit")),
        List.of(
            BarChart.draw(
                "wrong-answers",
                "Wrong answers to " + result.scenario().requests() + " requests",
                drawn(result).stream().map(WrongAnswersFigure::group).toList())),
        List.of(
            "Strategy",
            "Requests",
            "Indeterminate",
            "Wrongly denied",
            "Wrongly permitted",
            "Fewest wrong"),
        result.strategies().stream().map(WrongAnswersFigure::row).toList());
  }

  /** Of many strategies those that have bars, if there are any. */
  private static List<StrategyResult> drawn(SimulationResult result) {
    List<StrategyResult> doubtful =
        result.strategies().stream()
            .filter(strategy -> strategy.requests().indeterminate() > 0)
            .toList();
    return doubtful.isEmpty() || !StrategyMark.isNumbered(result) ? result.strategies() : doubtful;
  }

  private static Group group(StrategyResult strategy) {
    long denied = strategy.requests().denyBiasedWronglyDenied();
    long permitted = strategy.requests().permitBiasedWronglyPermitted();
    return new Group(
        strategy.name(),
        List.of(bar(denied, false), bar(permitted, true)),
        "%s wrongly denies %d or wrongly permits %d".formatted(strategy.name(), denied, permitted));
  }

  private static Bar bar(long count, boolean permitted) {
    return new Bar((double) count, Long.toString(count), permitted);
  }

  private static List<String> row(StrategyResult strategy) {
    RequestCounts requests = strategy.requests();
    return List.of(
        strategy.name(),
        Long.toString(requests.total()),
        Long.toString(requests.indeterminate()),
        Long.toString(requests.denyBiasedWronglyDenied()),
        Long.toString(requests.permitBiasedWronglyPermitted()),
        Long.toString(requests.fewestWrong()));
  }
}
