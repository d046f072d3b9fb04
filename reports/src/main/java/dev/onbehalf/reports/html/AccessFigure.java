package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Charts;
import dev.onbehalf.reports.chart.Figure;
import dev.onbehalf.reports.chart.Figure.Chart;
import dev.onbehalf.reports.chart.Scale;
import dev.onbehalf.reports.chart.Scale.Tick;
import dev.onbehalf.reports.chart.StrategyChart;
import dev.onbehalf.reports.chart.StrategyChart.Line;
import dev.onbehalf.reports.chart.StrategyChart.Spot;
import dev.onbehalf.reports.chart.StrategyMark;
import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.Standing;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What accesses cost at the pace of the workload, with credentials cached. */
final class AccessFigure {
  private static final String UNIT = "tokens minted per 1,000 accesses";

  private AccessFigure() {}

  /** The figure; empty when no workload was simulated. */
  static Optional<Figure> of(SimulationResult result) {
    List<Load> loads = Load.of(result);
    return loads.isEmpty() ? Optional.empty() : Optional.of(figure(result, loads));
  }

  private static Figure figure(SimulationResult result, List<Load> loads) {
    return new Figure(
        "access",
        "Cost per access",
        "With its credentials cached, a strategy mints a token only for calls that find none: on"
            + " the left, the higher and the further left a mark, the better. On the right, a"
            + " longer lifetime mints fewer tokens, and lets calls succeed for longer after a"
            + " revocation.",
        Charts.legend(result),
        Stream.concat(Stream.of(policies(result, loads)), lifetimes(result, loads).stream())
            .toList(),
        List.of(
            "Strategy",
            "Minted per 1,000",
            "Calls served from cache",
            "Live tokens",
            "Standing credentials",
            "Changed by joiner",
            "By leaver",
            "By new agent"),
        loads.stream().map(AccessFigure::row).toList());
  }

  private static Chart policies(SimulationResult result, List<Load> loads) {
    return StrategyChart.ofPoints(
        "policies-against-cost",
        "Policies enforced against cost per access",
        UNIT,
        result.countedPolicies(),
        loads.stream().map(load -> point(result, load)).toList());
  }

  private static Line point(SimulationResult result, Load load) {
    return Line.at(
        StrategyMark.of(result, load.strategy()),
        load.cost().mintsPer1000Accesses(),
        load.strategy().withstands());
  }

  private static Optional<Chart> lifetimes(SimulationResult result, List<Load> loads) {
    List<Load> known =
        loads.stream().filter(load -> !load.cost().mintsByLifetime().isEmpty()).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StrategyChart.ofLines(
                "mints-by-lifetime",
                "Mints against the lifetime of tokens",
                Scale.of("lifetime of a token", ticks(known.get(0).cost())),
                UNIT,
                known.stream().map(load -> line(result, load)).toList()));
  }

  private static List<Tick> ticks(WorkloadCost cost) {
    return cost.mintsByLifetime().stream()
        .map(
            point ->
                new Tick(
                    Math.log10(point.lifetimeSeconds()), Numbers.duration(point.lifetimeSeconds())))
        .toList();
  }

  private static Line line(SimulationResult result, Load load) {
    return new Line(
        StrategyMark.of(result, load.strategy()),
        load.cost().mintsByLifetime().stream()
            .map(
                point ->
                    new Spot(Math.log10(point.lifetimeSeconds()), point.mintsPer1000Accesses()))
            .toList());
  }

  private static List<String> row(Load load) {
    StrategyResult strategy = load.strategy();
    WorkloadCost cost = load.cost();
    Standing standing = strategy.cost().standing();
    return List.of(
        strategy.name(),
        Numbers.of(cost.mintsPer1000Accesses()),
        Numbers.percent(cost.cacheHitRate()),
        Numbers.of(cost.liveTokens()),
        Integer.toString(standing.credentials()),
        Integer.toString(standing.changedByJoiner()),
        Integer.toString(standing.changedByLeaver()),
        Integer.toString(standing.changedByAgent()));
  }
}
