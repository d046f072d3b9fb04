package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.BarChart;
import dev.onbehalf.reports.chart.BarChart.Bar;
import dev.onbehalf.reports.chart.BarChart.Group;
import dev.onbehalf.reports.chart.Chart;
import dev.onbehalf.reports.chart.Scale;
import dev.onbehalf.reports.chart.Scale.Tick;
import dev.onbehalf.reports.chart.StrategyChart;
import dev.onbehalf.reports.chart.StrategyChart.Line;
import dev.onbehalf.reports.chart.StrategyChart.Spot;
import dev.onbehalf.reports.chart.StrategyMark;
import dev.onbehalf.reports.words.Doubts;
import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.WorkloadCost;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What strategies cost, drawn.
 *
 * @param method how times were measured; empty when none were
 */
public record Costs(List<Chart> charts, String method) {
  private static final String UNIT = "tokens minted per 1,000 accesses";

  static Costs of(SimulationResult result) {
    return new Costs(
        Stream.of(Optional.of(work(result)), perAccess(result), lifetimes(result), times(result))
            .flatMap(Optional::stream)
            .toList(),
        method(measured(result).flatMap(one -> one.timing().stream()).toList()));
  }

  private static String method(List<Timing> timings) {
    return timings.stream().map(Costs::method).distinct().collect(Collectors.joining("; "))
        + Doubts.about(timings);
  }

  /** The charts by their file names: the same result gives the same bytes. */
  SortedMap<String, String> files(String scenario) {
    SortedMap<String, String> files = new TreeMap<>();
    charts.stream()
        .filter(chart -> chart.failure().isEmpty())
        .forEach(chart -> files.put(scenario + "." + chart.name() + ".svg", chart.file()));
    return Collections.unmodifiableSortedMap(files);
  }

  /** Signatures plus round trips: what the order of cost goes by. */
  private static Chart work(SimulationResult result) {
    return StrategyChart.ofPoints(
        "work",
        "Work for one call with nothing cached",
        "signatures + round trips",
        result.countedPolicies(),
        result.strategies().stream()
            .map(
                strategy ->
                    point(
                        result,
                        strategy,
                        (double) (strategy.cost().signatures() + strategy.cost().roundTrips())))
            .toList());
  }

  private static Line point(SimulationResult result, StrategyResult strategy, double cost) {
    return Line.at(StrategyMark.of(result, strategy), cost, strategy.withstands());
  }

  private static Optional<Chart> perAccess(SimulationResult result) {
    List<Line> points =
        result.strategies().stream()
            .flatMap(
                strategy ->
                    strategy.cost().workload().stream()
                        .map(cost -> point(result, strategy, cost.mintsPer1000Accesses())))
            .toList();
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StrategyChart.ofPoints(
                "policies-against-cost",
                "Tokens minted, with credentials cached",
                UNIT,
                result.countedPolicies(),
                points));
  }

  private static Optional<Chart> lifetimes(SimulationResult result) {
    List<StrategyResult> known =
        StrategyMark.named(result).stream()
            .filter(
                strategy -> strategy.cost().workload().filter(Costs::variesLifetime).isPresent())
            .toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StrategyChart.ofLines(
                "mints-by-lifetime",
                "A longer lifetime mints less, and outlives a revocation for longer",
                Scale.of(
                    "lifetime of a token", ticks(known.get(0).cost().workload().orElseThrow())),
                UNIT,
                known.stream().map(strategy -> line(result, strategy)).toList()));
  }

  private static boolean variesLifetime(WorkloadCost cost) {
    return !cost.mintsByLifetime().isEmpty();
  }

  private static List<Tick> ticks(WorkloadCost cost) {
    return cost.mintsByLifetime().stream()
        .map(
            point ->
                new Tick(
                    Math.log10(point.lifetimeSeconds()), Numbers.duration(point.lifetimeSeconds())))
        .toList();
  }

  private static Line line(SimulationResult result, StrategyResult strategy) {
    return new Line(
        StrategyMark.of(result, strategy),
        strategy.cost().workload().orElseThrow().mintsByLifetime().stream()
            .map(
                point ->
                    new Spot(Math.log10(point.lifetimeSeconds()), point.mintsPer1000Accesses()))
            .toList());
  }

  private static Stream<StrategyResult> measured(SimulationResult result) {
    return result.strategies().stream().filter(strategy -> strategy.timing().isPresent());
  }

  private static Optional<Chart> times(SimulationResult result) {
    List<Group> groups =
        measured(result)
            .map(strategy -> group(result, strategy, strategy.timing().orElseThrow()))
            .toList();
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(
            BarChart.draw("times", "Measured time of an access that mints, in µs", groups));
  }

  private static Group group(SimulationResult result, StrategyResult strategy, Timing timing) {
    String words =
        micros(timing, Timing::access)
            + " µs, of which obtaining takes "
            + micros(timing, Timing::obtain);
    return new Group(
        strategy.name(),
        List.of(
            new Bar(
                timing.access().nanosPerOperation() / 1_000, words, result.recommends(strategy))),
        strategy.name() + " takes " + words);
  }

  private static String micros(Timing timing, Function<Timing, Timing.Operation> step) {
    return Numbers.micros(step.apply(timing).nanosPerOperation());
  }

  private static String method(Timing timing) {
    return "a %s measurement with %s by %s in %d %s"
        .formatted(
            timing.mode(),
            timing.signing(),
            timing.provider(),
            timing.forks(),
            timing.forks() == 1 ? "fork" : "forks");
  }
}
