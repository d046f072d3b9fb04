package dev.onbehalf.jmh.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One benchmark of one strategy. */
public record Row(String strategy, Benchmark benchmark) implements Comparable<Row> {
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::strategy).thenComparing(Row::benchmark);

  /** Every benchmark of each strategy. */
  public static List<Row> all(List<String> strategies) {
    return strategies.stream()
        .flatMap(name -> Stream.of(Benchmark.values()).map(benchmark -> new Row(name, benchmark)))
        .toList();
  }

  @Override
  public int compareTo(Row other) {
    return ORDER.compare(this, other);
  }
}
