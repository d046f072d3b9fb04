package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.BarChart;
import dev.onbehalf.reports.chart.BarChart.Bar;
import dev.onbehalf.reports.chart.BarChart.Group;
import dev.onbehalf.reports.chart.Charts;
import dev.onbehalf.reports.chart.Figure;
import dev.onbehalf.reports.chart.Figure.Chart;
import dev.onbehalf.reports.chart.Figure.LegendEntry;
import dev.onbehalf.reports.chart.Scale;
import dev.onbehalf.reports.chart.Scale.Tick;
import dev.onbehalf.reports.chart.StrategyChart;
import dev.onbehalf.reports.chart.StrategyChart.Line;
import dev.onbehalf.reports.chart.StrategyChart.Spot;
import dev.onbehalf.reports.chart.StrategyMark;
import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.AddedLatency;
import dev.onbehalf.simulation.result.WorkloadCost.LatencyShare;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long calls wait for their credential. */
final class WaitingFigure {
  private WaitingFigure() {}

  /** The figure; empty when no workload was simulated. */
  static Optional<Figure> of(SimulationResult result) {
    List<Load> loads = Load.of(result);
    return loads.isEmpty() ? Optional.empty() : Optional.of(figure(result, loads));
  }

  private static Figure figure(SimulationResult result, List<Load> loads) {
    boolean distributed = loads.stream().noneMatch(load -> load.cost().latencyShares().isEmpty());
    return new Figure(
        "latency",
        "Latency and revocation",
        distributed
            ? "A line tells how many calls wait longer for their credential than the time below:"
                + " the lower it starts the more calls find theirs cached, and where it meets the"
                + " axis none waits longer. The table also tells how many seconds calls go on"
                + " succeeding, on average, after the token service refuses the user or the agent."
            : "The bars are the waits for a credential that half, 95% and 99% of the calls don't"
                + " exceed. The table also tells how many seconds calls go on succeeding, on"
                + " average, after the token service refuses the user or the agent.",
        distributed ? Charts.legend(result) : List.of(new LegendEntry("blue", "added latency")),
        List.of(distributed ? distribution(result, loads) : percentiles(loads)),
        columns(loads),
        loads.stream().map(load -> row(load, isMeasured(loads))).toList());
  }

  /** Whether the queue was also simulated with measured times. */
  private static boolean isMeasured(List<Load> loads) {
    return loads.stream().anyMatch(load -> load.measured().isPresent());
  }

  private static List<String> columns(List<Load> loads) {
    List<String> stated =
        List.of(
            "Strategy",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "Work per credential, ms",
            "Token service busy",
            "Seconds after revoking the user",
            "Seconds after revoking the agent");
    return isMeasured(loads)
        ? with(stated, List.of("Measured work, ms", "Busy as measured", "p99 ms as measured"))
        : stated;
  }

  private static Chart distribution(SimulationResult result, List<Load> loads) {
    List<LatencyShare> longest =
        loads.stream()
            .map(load -> load.cost().latencyShares())
            .max(Comparator.comparingInt(List::size))
            .orElseThrow();
    List<Tick> ticks =
        IntStream.range(0, longest.size())
            .mapToObj(i -> new Tick(i, Numbers.of(longest.get(i).upToMillis())))
            .toList();
    return StrategyChart.ofLines(
        "latency",
        "Calls that wait longer",
        Scale.of("added latency in ms", ticks),
        "calls in 1,000 that wait longer",
        loads.stream().map(load -> line(result, load)).toList());
  }

  private static Line line(SimulationResult result, Load load) {
    List<LatencyShare> shares = load.cost().latencyShares();
    return new Line(
        StrategyMark.of(result, load.strategy()),
        IntStream.range(0, shares.size()).mapToObj(i -> new Spot(i, slower(shares, i))).toList());
  }

  /** Of 1,000 calls, those above the bound; summed from the tail, where shares are exact. */
  private static double slower(List<LatencyShare> shares, int bound) {
    return 1_000
        * shares.subList(bound + 1, shares.size()).stream().mapToDouble(LatencyShare::share).sum();
  }

  private static Chart percentiles(List<Load> loads) {
    return BarChart.draw(
        "latency", "Added latency in ms", loads.stream().map(WaitingFigure::group).toList());
  }

  private static Group group(Load load) {
    AddedLatency added = load.cost().addedLatencyMillis();
    List<Bar> bars =
        List.of(bar(added.p50(), "p50"), bar(added.p95(), "p95"), bar(added.p99(), "p99"));
    return new Group(
        load.strategy().name(),
        bars,
        load.strategy().name()
            + " adds "
            + bars.stream().map(Bar::words).collect(Collectors.joining(", ")));
  }

  private static Bar bar(double millis, String percentile) {
    return new Bar(millis, Numbers.of(millis) + " at " + percentile, false);
  }

  private static List<String> row(Load load, boolean measured) {
    return measured ? with(row(load), measuredCells(load)) : row(load);
  }

  private static List<String> measuredCells(Load load) {
    return load.measured()
        .map(
            cost ->
                List.of(
                    Numbers.of(cost.serviceMillis()),
                    Numbers.of(100 * cost.utilisation()) + "%",
                    Numbers.latency(cost.addedLatencyMillis().p99(), cost)))
        .orElse(List.of(Numbers.UNKNOWN, Numbers.UNKNOWN, Numbers.UNKNOWN));
  }

  private static List<String> with(List<String> cells, List<String> more) {
    return Stream.concat(cells.stream(), more.stream()).toList();
  }

  private static List<String> row(Load load) {
    WorkloadCost cost = load.cost();
    AddedLatency added = cost.addedLatencyMillis();
    return List.of(
        load.strategy().name(),
        Numbers.latency(added.p50(), cost),
        Numbers.latency(added.p95(), cost),
        Numbers.latency(added.p99(), cost),
        Numbers.of(cost.serviceMillis()),
        Numbers.of(100 * cost.utilisation()) + "%",
        Numbers.outliving(cost.secondsAfterRevocation().user()),
        Numbers.outliving(cost.secondsAfterRevocation().agent()));
  }
}
