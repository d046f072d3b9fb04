package dev.onbehalf.reports.html;

import dev.onbehalf.reports.html.Figure.Chart;
import dev.onbehalf.simulation.SimulationResult;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The charts of costs and times as image files: the same result gives the same bytes. */
public final class ChartFiles {
  private ChartFiles() {}

  /** SVG documents by their file names; none for what wasn't simulated, measured or drawn. */
  public static SortedMap<String, String> render(SimulationResult result) {
    SortedMap<String, String> files = new TreeMap<>();
    Stream.of(AccessFigure.of(result), WaitingFigure.of(result), TimingFigure.of(result))
        .flatMap(Optional::stream)
        .flatMap(figure -> figure.charts().stream())
        .filter(chart -> chart.failure().isEmpty())
        .forEach(chart -> files.put(fileName(result, chart), chart.file()));
    return Collections.unmodifiableSortedMap(files);
  }

  private static String fileName(SimulationResult result, Chart chart) {
    return result.scenario().name() + "." + chart.name() + ".svg";
  }
}
