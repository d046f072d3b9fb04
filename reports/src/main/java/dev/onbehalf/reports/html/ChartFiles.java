package dev.onbehalf.reports.html;

import dev.onbehalf.reports.chart.Figure.Chart;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.SortedMap;
import java.util.TreeMap;

/** The charts of costs and times as image files: the same result gives the same bytes. */
final class ChartFiles {
  private ChartFiles() {}

  /** SVG documents by their file names; none for what wasn't simulated, measured or drawn. */
  static SortedMap<String, String> of(SimulationResult result, Figures figures) {
    SortedMap<String, String> files = new TreeMap<>();
    figures
        .costs()
        .flatMap(figure -> figure.charts().stream())
        .filter(chart -> chart.failure().isEmpty())
        .forEach(chart -> files.put(fileName(result, chart), chart.file()));
    return files;
  }

  private static String fileName(SimulationResult result, Chart chart) {
    return result.scenario().name() + "." + chart.name() + ".svg";
  }
}
