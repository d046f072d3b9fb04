package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.BarChart;
import dev.onbehalf.reports.chart.BarChart.Bar;
import dev.onbehalf.reports.chart.BarChart.Group;
import dev.onbehalf.reports.chart.Figure;
import dev.onbehalf.reports.chart.Figure.LegendEntry;
import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.SimulationResult.StrategyResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured: the steps of a call as multiples of their bare cryptography. */
final class TimingFigure {
  private TimingFigure() {}

  /** The figure; empty when nothing was measured. */
  static Optional<Figure> of(SimulationResult result) {
    List<Measured> measured =
        result.strategies().stream()
            .flatMap(strategy -> strategy.timing().stream().map(t -> new Measured(strategy, t)))
            .toList();
    return measured.isEmpty() ? Optional.empty() : Optional.of(figure(measured));
  }

  private static Figure figure(List<Measured> measured) {
    return new Figure(
        "timing",
        "Measured time",
        "A bar is the processor time of a step as a multiple of its floor, the bare signatures and"
            + " verifications in it: 1× would be cryptography and nothing else, and a step without"
            + " any has no floor. "
            + method(measured),
        List.of(new LegendEntry("blue", "step"), new LegendEntry("orange", "the whole access")),
        List.of(
            BarChart.draw(
                "multiples-of-the-floor",
                "Processor time as multiples of the floor",
                measured.stream().map(TimingFigure::group).toList())),
        List.of(
            "Strategy", "Step", "Wall µs", "From … to µs", "CPU µs", "Bytes allocated", "× floor"),
        measured.stream().flatMap(TimingFigure::rows).toList());
  }

  /** How it was measured; a result put together from several runs names each. */
  private static String method(List<Measured> measured) {
    return measured.stream()
        .map(m -> method(m.timing()))
        .distinct()
        .collect(Collectors.joining("; ", "Here: ", "."));
  }

  private static String method(Timing timing) {
    return "a %s measurement with %s by %s in %d %s, as medians and the range of the forks (%s confidence)"
        .formatted(
            timing.mode(),
            timing.signing(),
            timing.provider(),
            timing.forks(),
            timing.forks() == 1 ? "fork" : "forks",
            Numbers.percent(timing.access().interval().confidence()));
  }

  private static Group group(Measured measured) {
    List<Bar> bars = measured.steps().map(TimingFigure::bar).toList();
    return new Group(
        measured.strategy().name(),
        bars,
        bars.stream()
            .map(Bar::words)
            .collect(Collectors.joining(", ", measured.strategy().name() + " takes ", "")));
  }

  private static Bar bar(Step step) {
    Optional<Double> multiple = step.operation().multipleOfFloor();
    return new Bar(
        multiple.orElse(0.0),
        multiple
            .map(number -> times(number) + "× " + step.name())
            .orElse(step.name() + ": no floor"),
        step.name().equals("access"));
  }

  private static Stream<List<String>> rows(Measured measured) {
    return measured.steps().map(step -> row(measured.strategy().name(), step));
  }

  private static List<String> row(String strategy, Step step) {
    Operation operation = step.operation();
    return List.of(
        strategy,
        step.name(),
        Numbers.micros(operation.nanosPerOperation()),
        Numbers.micros(operation.interval().low())
            + "\u00a0…\u00a0"
            + Numbers.micros(operation.interval().high()),
        Numbers.micros(operation.cpuNanosPerOperation()),
        Numbers.fixed(operation.bytesPerOperation(), 0),
        operation.multipleOfFloor().map(TimingFigure::times).orElse(Numbers.UNKNOWN));
  }

  private static String times(double multiple) {
    return Numbers.fixed(multiple, 2);
  }

  /** A strategy that was measured. */
  private record Measured(StrategyResult strategy, Timing timing) {
    Stream<Step> steps() {
      return Stream.of(
          new Step("obtain", timing.obtain()),
          new Step("verify", timing.verify()),
          new Step("decide", timing.decide()),
          new Step("access", timing.access()));
    }
  }

  /** A step by its name. */
  private record Step(String name, Operation operation) {}
}
