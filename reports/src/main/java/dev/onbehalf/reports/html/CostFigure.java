package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Charts;
import dev.onbehalf.reports.chart.Figure;
import dev.onbehalf.reports.chart.StrategyChart;
import dev.onbehalf.reports.chart.StrategyChart.Line;
import dev.onbehalf.reports.chart.StrategyMark;
import dev.onbehalf.reports.words.StrategyWords;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Cost;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cost against strength: the figure that decides. */
final class CostFigure {
  private CostFigure() {}

  static Figure of(SimulationResult result) {
    return new Figure(
        "cost",
        "Cost against strength",
        "Each mark is a strategy: the higher it stands the more policies it enforces against"
            + " cheating callers too, the further left the less it costs. The strategy to use is the"
            + " first on the top line of the first chart, where those whose standing credentials"
            + " grow with a product come after all others.",
        Charts.legend(result),
        List.of(
            StrategyChart.ofPoints(
                "work",
                "Work for one call with nothing cached",
                "signatures + round trips",
                result.countedPolicies(),
                points(result, CostFigure::work)),
            StrategyChart.ofPoints(
                "standing-credentials",
                "What someone must create and look after",
                "standing credentials",
                result.countedPolicies(),
                points(result, strategy -> strategy.cost().standing().credentials()))),
        List.of(
            "Strategy",
            "Enforced",
            "Withstands",
            "Signatures",
            "Round trips",
            "Verifications",
            "Standing credentials",
            "Growing with"),
        result.strategies().stream().map(CostFigure::row).toList());
  }

  /** Signatures plus round trips: what the order of cost goes by. */
  private static long work(StrategyResult strategy) {
    return strategy.cost().signatures() + strategy.cost().roundTrips();
  }

  private static List<Line> points(SimulationResult result, ToLongFunction<StrategyResult> cost) {
    return result.strategies().stream()
        .map(
            strategy ->
                Line.at(
                    StrategyMark.of(result, strategy),
                    (double) cost.applyAsLong(strategy),
                    strategy.withstands()))
        .toList();
  }

  private static List<String> row(StrategyResult strategy) {
    Cost cost = strategy.cost();
    return List.of(
        strategy.name(),
        strategy.enforced() + " of " + strategy.of(),
        strategy.withstands() + " of " + strategy.of(),
        Long.toString(cost.signatures()),
        Long.toString(cost.roundTrips()),
        Long.toString(cost.verifications()),
        Integer.toString(cost.standing().credentials()),
        StrategyWords.with(cost.standing().growth()));
  }
}
