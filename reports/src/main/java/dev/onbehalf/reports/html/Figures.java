package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Figure;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.List;
import java.util.Optional;
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

  /** Those that are also files of their own. */
  Stream<Figure> costs() {
    return Stream.of(access, waiting, timing).flatMap(Optional::stream);
  }
}
