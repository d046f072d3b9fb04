package dev.onbehalf.cli.spark;

import dev.onbehalf.cli.sweep.Batches;
import dev.onbehalf.reports.exchange.SweepTable.Row;
import dev.onbehalf.sweep.Case;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;

/** The rows of cases, made on a cluster by job after job. */
final class ClusterRows {
  /** Some tenths of a second, so that handing them out costs little and losing them, too. */
  private static final int CASES_OF_A_TASK = 256;

  /** The next jobs wait at the cluster, so that no machine is idle while another ends one. */
  private static final int JOBS_AT_ONCE = 3;

  private final JavaSparkContext context;
  private final RowOfCase row;
  private final Iterator<Case> cases;
  private final Queue<Future<List<Row>>> jobs = new ArrayDeque<>();

  /**
   * The rows of all cases.
   *
   * @param tried the strategies that are tried; empty for all that there are
   */
  ClusterRows(JavaSparkContext context, List<String> tried, Iterator<Case> cases) {
    this.context = context;
    this.row = new RowOfCase(tried);
    this.cases = cases;
  }

  /** The rows in the order of the cases, those of one job at a time. */
  Stream<List<Row>> stream() {
    return Stream.generate(this::next).takeWhile(rows -> !rows.isEmpty());
  }

  private List<Row> next() {
    while (jobs.size() < JOBS_AT_ONCE && cases.hasNext()) {
      // Machines come and go.
      int tasks = context.defaultParallelism();
      jobs.add(
          context
              .parallelize(Batches.next(cases, tasks * CASES_OF_A_TASK), tasks)
              .map(row)
              .collectAsync());
    }
    return jobs.isEmpty() ? List.of() : rows(jobs.remove());
  }

  private static List<Row> rows(Future<List<Row>> job) {
    try {
      return job.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the sweep was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("Spark gave up; `--resume` goes on from here", e);
    }
  }

  /** What a machine is sent. */
  private record RowOfCase(List<String> tried) implements Function<Case, Row> {
    @Override
    public Row call(Case one) {
      return Row.of(ProcessSweep.of(tried).survey(one));
    }
  }
}
