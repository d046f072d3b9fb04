package dev.onbehalf.cli.sweep;

import dev.onbehalf.reports.exchange.SweepTable.Row;
import dev.onbehalf.sweep.Case;
import dev.onbehalf.sweep.Sweep;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Makes rows of cases, wherever it does that. */
@FunctionalInterface
public interface RowMaker {
  /** The rows, in the order of the cases, some at a time. */
  Stream<List<Row>> rows(Iterator<Case> cases);

  /** One that takes all processors of this machine. */
  static RowMaker here(Sweep sweep) {
    return cases ->
        Batches.of(cases, Batches.SMALL)
            .map(batch -> batch.parallelStream().map(sweep::survey).map(Row::of).toList());
  }
}
