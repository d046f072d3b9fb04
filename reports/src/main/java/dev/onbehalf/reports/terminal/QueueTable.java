package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.terminal.TimingReport.Row;
import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.simulation.result.WorkloadCost;
import dev.onbehalf.simulation.result.WorkloadCost.AddedLatency;
import dev.onbehalf.text.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the measured times mean for the queue at the token service. */
final class QueueTable {
  private static final int MOST_NAME = 26;
  private static final String LAYOUT = "  %-" + MOST_NAME + "s %10s %8s %8s %8s %8s";

  private QueueTable() {}

  /** Prints the strategies that ask the token service; nothing when no workload was simulated. */
  static void print(List<Row> rows, Page page) {
    List<String> lines = rows.stream().flatMap(QueueTable::line).toList();
    if (!lines.isEmpty()) {
      page.heading("Queue at the token service with the measured times");
      page.line(line("", "work ms", "busy %", "p50 ms", "p95 ms", "p99 ms"));
      lines.forEach(page::line);
      page.blank();
    }
  }

  private static Stream<String> line(Row row) {
    return row.timing().workload().stream()
        .filter(cost -> row.roundTrips() > 0)
        .map(cost -> line(PrintableText.cut(row.name(), MOST_NAME), cost));
  }

  private static String line(String name, WorkloadCost cost) {
    AddedLatency added = cost.addedLatencyMillis();
    return line(
        name,
        Numbers.digits(cost.serviceMillis(), 3),
        Numbers.digits(100 * cost.utilisation(), 3),
        waits(added.p50(), cost),
        waits(added.p95(), cost),
        waits(added.p99(), cost));
  }

  /** Where calls ask for more than the servers can give, waits grow without end. */
  private static String waits(double millis, WorkloadCost cost) {
    return cost.saturated() ? "grows" : Numbers.digits(millis, 3);
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, LAYOUT, cells);
  }
}
