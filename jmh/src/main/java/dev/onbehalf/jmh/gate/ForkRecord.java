package dev.onbehalf.jmh.gate;

import dev.onbehalf.jmh.gate.ForkResult.Reading;
import dev.onbehalf.jmh.gate.TimeResult.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the forks of a run measured, in their order. */
final class ForkRecord {
  private final List<ForkResult> forks = new ArrayList<>();

  void add(ForkResult fork) {
    forks.add(fork);
  }

  int forks() {
    return forks.size();
  }

  /** The candidate's ratios in a row, one of each fork that measured it. */
  Ratios ratios(Row row) {
    return new Ratios(of(row, Role.CANDIDATE, Reading::logRatio));
  }

  Timed timed(Row row, Verdict verdict) {
    return new Timed(
        verdict,
        ratios(row),
        Contender.median(of(row, Role.BASELINE, Reading::nanos)),
        Contender.median(of(row, Role.CANDIDATE, Reading::nanos)));
  }

  /** The baseline's ratios to itself: of each fork the median over its strategies. */
  SortedMap<Benchmark, Ratios> twins() {
    SortedMap<Benchmark, Ratios> twins = new TreeMap<>();
    for (Benchmark benchmark : Benchmark.values()) {
      List<Double> medians =
          forks.stream()
              .map(fork -> logsOfTwin(fork, benchmark))
              .filter(logs -> !logs.isEmpty())
              .map(Contender::median)
              .toList();
      if (!medians.isEmpty()) {
        twins.put(benchmark, new Ratios(medians));
      }
    }
    return twins;
  }

  private static List<Double> logsOfTwin(ForkResult fork, Benchmark benchmark) {
    return fork.of(Role.TWIN)
        .filter(reading -> reading.row().benchmark() == benchmark)
        .map(Reading::logRatio)
        .toList();
  }

  private List<Double> of(Row row, Role role, ToDoubleFunction<Reading> value) {
    return forks.stream().flatMap(fork -> of(fork, row, role)).map(value::applyAsDouble).toList();
  }

  private static Stream<Reading> of(ForkResult fork, Row row, Role role) {
    return fork.of(role).filter(reading -> reading.row().equals(row));
  }
}
