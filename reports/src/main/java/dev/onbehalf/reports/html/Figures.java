package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Figure;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The figures of a result, each drawn once for all who show it. */
record Figures(
    Figure counts,
    Optional<Figure> access,
    Figure wrongAnswers,
    Optional<Figure> waiting,
    Optional<Figure> timing) {
  static Figures of(SimulationResult result) {
    return new Figures(
        CostFigure.of(result),
        AccessFigure.of(result),
        WrongAnswersFigure.of(result),
        WaitingFigure.of(result),
        TimingFigure.of(result));
  }

  /** Those that stand beside the recommendation. */
  List<Figure> prices() {
    return Stream.concat(Stream.of(counts), access.stream()).toList();
  }

  /** Those that follow. */
  List<Figure> others() {
    return Stream.of(Optional.of(wrongAnswers), waiting, timing).flatMap(Optional::stream).toList();
  }

  /** The charts of costs and times by their file names: the same result gives the same bytes. */
  SortedMap<String, String> files(String scenario) {
    SortedMap<String, String> files = new TreeMap<>();
    Stream.of(access, waiting, timing)
        .flatMap(Optional::stream)
        .flatMap(figure -> figure.charts().stream())
        .filter(chart -> chart.failure().isEmpty())
        .forEach(chart -> files.put(scenario + "." + chart.name() + ".svg", chart.file()));
    return files;
  }
}
