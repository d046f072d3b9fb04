package dev.onbehalf.cli.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.cli.console.Console;
import dev.onbehalf.cli.console.ExitCode;
import dev.onbehalf.cli.console.OutputFolder;
import dev.onbehalf.cli.console.OutputFolder.OutputException;
import dev.onbehalf.cli.console.ProgressLine;
import dev.onbehalf.reports.exchange.SweepTable.Row;
import dev.onbehalf.reports.html.HtmlSweep;
import dev.onbehalf.reports.terminal.SweepReport;
import dev.onbehalf.reports.words.Tally;
import dev.onbehalf.sweep.Case;
import dev.onbehalf.text.PrintableText;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Makes the table and the page of a sweep, and tells what it came to. */
public final class SweepRun {
  private final Console console;
  private final OutputFolder folder;
  private final SweepFile table;
  private final List<String> tried;
  private final Tally tally = new Tally();

  /**
   * A run that writes to the folder.
   *
   * @param tried the strategies that are tried; empty for all that there are
   */
  public SweepRun(Console console, OutputFolder folder, List<String> tried) {
    this.console = console;
    this.folder = folder;
    this.table = new SweepFile(folder.folder().resolve(SweepFile.NAME));
    this.tried = List.copyOf(tried);
  }

  /** The table. */
  public SweepFile table() {
    return table;
  }

  /**
   * Makes the rows of the cases.
   *
   * @param resume whether rows that are there already are kept
   */
  public ExitCode run(Stream<Case> cases, boolean resume, RowMaker maker) {
    try {
      folder.create();
      Iterator<Case> all = cases.iterator();
      if (resume) {
        table.mend();
        table.read(rows -> keep(rows, all));
      } else {
        table.begin();
      }
      write(maker.rows(all));
      close();
      return tally.problems() == tally.rows() ? ExitCode.INVALID_INPUT : ExitCode.OK;
    } catch (OutputException e) {
      console.err().println(PrintableText.escaped(String.valueOf(e.getMessage())));
      return ExitCode.OUTPUT_FAILED;
    }
  }

  /** Takes the cases that have their rows. */
  private void keep(Iterator<Row> rows, Iterator<Case> cases) throws OutputException {
    for (List<Row> some : (Iterable<List<Row>>) Batches.of(rows, Batches.SMALL)::iterator) {
      List<String> keys =
          Batches.next(cases, some.size()).parallelStream().map(one -> one.key(tried)).toList();
      for (int i = 0; i < some.size(); i++) {
        keep(some.get(i), i < keys.size() ? keys.get(i) : "");
      }
    }
  }

  private void keep(Row row, String key) throws OutputException {
    if (!row.cell("key").equals(key)) {
      throw new OutputException(
          table.path(),
          "row %d, `%s`, is of another sweep, or its file has changed; without `--resume`"
                  .formatted(
                      tally.rows() + 1, (row.cell("file") + " " + row.cell("parameters")).strip())
              + " all are made anew");
    }
    tally.count(row.byColumn());
  }

  private void write(Stream<List<Row>> batches) throws OutputException {
    try (ProgressLine line = new ProgressLine(console.err(), console.watched(), System::nanoTime)) {
      for (List<Row> rows : (Iterable<List<Row>>) batches::iterator) {
        table.add(rows);
        rows.forEach(row -> tally.count(row.byColumn()));
        line.report("scenarios", tally.rows(), tally.rows());
      }
    }
  }

  private void close() throws OutputException {
    folder.writeRendering(HtmlSweep.FILE_NAME, HtmlSweep.render(tally).getBytes(UTF_8));
    SweepReport.lines(tally).forEach(console.out()::println);
    console.out().println("table " + PrintableText.escaped(folder.shown(SweepFile.NAME)));
    console.out().println("report " + PrintableText.escaped(folder.shown(HtmlSweep.FILE_NAME)));
    tally
        .firstProblem()
        .ifPresent(
            first -> console.err().println(PrintableText.escaped("first problem: " + first)));
  }
}
