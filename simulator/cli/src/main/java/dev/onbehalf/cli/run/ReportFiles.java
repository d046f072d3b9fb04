package dev.onbehalf.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.reports.html.HtmlIndex;
import dev.onbehalf.reports.html.HtmlReport;
import dev.onbehalf.reports.html.HtmlReport.RenderedReport;
import dev.onbehalf.reports.json.InvalidResultException;
import dev.onbehalf.reports.json.ResultJson;
import dev.onbehalf.reports.json.ResultJson.ResultFile;
import dev.onbehalf.simulation.result.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the pages and files that render results, from the bytes of result files alone. */
public final class ReportFiles {
  private final OutputFolder folder;
  private final List<ReportFormat> formats;

  public ReportFiles(OutputFolder folder, List<ReportFormat> formats) {
    this.folder = folder;
    this.formats = formats.stream().distinct().filter(format -> !format.isPrinted()).toList();
  }

  /** Writes the page of one result and its charts, and returns the result. */
  public SimulationResult writePage(byte[] json) throws InvalidResultException, OutputException {
    return writePage(ResultJson.read(json));
  }

  /** Likewise, of a result that has been read. */
  public SimulationResult writePage(ResultFile file) throws OutputException {
    SimulationResult result = file.result();
    RenderedReport report = HtmlReport.render(result, file.environment());
    write(HtmlReport.fileName(result), report.page());
    for (Map.Entry<String, String> chart : report.charts().entrySet()) {
      write(chart.getKey(), chart.getValue());
    }
    return result;
  }

  /** Writes what speaks of all results: the index of several, and the formats asked for. */
  public List<String> writeSummaries(List<SimulationResult> results) throws OutputException {
    List<String> written = new ArrayList<>();
    if (results.size() > 1) {
      write(HtmlIndex.FILE_NAME, HtmlIndex.render(results));
      written.add(HtmlIndex.FILE_NAME);
    }
    for (ReportFormat format : formats) {
      write(format.fileName(), format.render(results));
      written.add(format.fileName());
    }
    return written;
  }

  private void write(String name, String content) throws OutputException {
    folder.writeRendering(name, content.getBytes(UTF_8));
  }
}
