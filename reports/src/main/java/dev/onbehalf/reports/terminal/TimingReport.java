package dev.onbehalf.reports.terminal;

import dev.onbehalf.reports.words.Doubts;
import dev.onbehalf.reports.words.Numbers;
import dev.onbehalf.reports.words.Tone;
import dev.onbehalf.simulation.result.SimulationResult;
import dev.onbehalf.simulation.result.Timing;
import dev.onbehalf.simulation.result.Timing.Operation;
import dev.onbehalf.text.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** What strategies cost, for people: one line a step. */
public final class TimingReport {
  private static final int MOST_NAME = 26;
  private static final List<String> HEADING =
      List.of("", "step", "wall µs", "from … to", "CPU µs", "× floor", "B/op");

  private TimingReport() {}

  /** A strategy: the exact counts of obtaining once, and what was measured. */
  public record Row(
      String name,
      long signatures,
      long verifications,
      long roundTrips,
      long tokenBytes,
      Timing timing) {}

  /** The rows of the strategies that were measured. */
  public static List<Row> rows(SimulationResult result) {
    return result.strategies().stream()
        .flatMap(
            strategy ->
                strategy.timing().stream()
                    .map(
                        timing ->
                            new Row(
                                strategy.name(),
                                strategy.cost().signatures(),
                                strategy.cost().verifications(),
                                strategy.cost().roundTrips(),
                                strategy.cost().tokenBytes(),
                                timing)))
        .toList();
  }

  /** The rows as a table. */
  public static String render(List<Row> rows, Style style) {
    Page page = new Page(style);
    if (rows.isEmpty()) {
      return page.text();
    }
    page.heading("Cost of one call through one agent");
    page.wrapped("  ", method(rows), Tone.FAINT);
    List<List<String>> lines = new ArrayList<>(List.of(HEADING));
    rows.forEach(row -> lines.addAll(lines(row)));
    new TextTable(lines, 2).lines().forEach(page::line);
    page.blank();
    rows.forEach(row -> page.wrapped("  ", counts(row)));
    QueueTable.print(rows, page);
    return page.text();
  }

  private static String method(List<Row> rows) {
    Timing timing = rows.get(0).timing();
    double confidence = 100 * timing.obtain().interval().confidence();
    return ("%s measurement: %s with signatures by %s, %s; median, and from the lowest to the"
                + " highest of the forks (%.0f %% confidence)")
            .formatted(
                timing.mode(),
                timing.signing(),
                timing.provider(),
                TerminalReport.counted(timing.forks(), "fork", "forks"),
                confidence)
        + Doubts.about(rows.stream().map(Row::timing).toList());
  }

  private static List<List<String>> lines(Row row) {
    Timing timing = row.timing();
    return List.of(
        line(PrintableText.cut(row.name(), MOST_NAME), "obtain", timing.obtain()),
        line("", "verify", timing.verify()),
        line("", "decide", timing.decide()),
        line("", "access", timing.access()));
  }

  private static List<String> line(String name, String step, Operation operation) {
    return List.of(
        name,
        step,
        micros(operation.nanosPerOperation()),
        micros(operation.interval().low()) + " … " + micros(operation.interval().high()),
        micros(operation.cpuNanosPerOperation()),
        operation
            .multipleOfFloor()
            .map(multiple -> Numbers.fixed(multiple, 2))
            .orElse(Numbers.UNKNOWN),
        Numbers.fixed(operation.bytesPerOperation(), 0));
  }

  private static String micros(double nanos) {
    double micros = nanos / 1_000;
    return Numbers.fixed(micros, micros < 100 ? 2 : 0);
  }

  private static String counts(Row row) {
    return "%s obtains by %s, %s and %s, and presents %s"
        .formatted(
            row.name(),
            TerminalReport.counted(row.signatures(), "signature", "signatures"),
            TerminalReport.counted(row.verifications(), "verification", "verifications"),
            TerminalReport.counted(row.roundTrips(), "round trip", "round trips"),
            TerminalReport.counted(row.tokenBytes(), "byte of tokens", "bytes of tokens"));
  }
}
