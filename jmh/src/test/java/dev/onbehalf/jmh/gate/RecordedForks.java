package dev.onbehalf.jmh.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onbehalf.jmh.gate.ForkResult.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs of the gate on a busy machine, fork by fork, as {@code bench --record} wrote them. */
final class RecordedForks {
  private static final String FILE = "forks.csv";

  private RecordedForks() {}

  /** The forks of each run: {@code aa-N} compared a build with itself, {@code slow-N} slowed it. */
  static SortedMap<String, List<ForkResult>> runs() {
    SortedMap<String, SortedMap<Integer, List<Reading>>> runs = new TreeMap<>();
    for (String line : lines()) {
      String[] cells = line.split(",", -1);
      runs.computeIfAbsent(cells[0], run -> new TreeMap<>())
          .computeIfAbsent(Integer.valueOf(cells[1]), fork -> new ArrayList<>())
          .add(reading(cells));
    }
    SortedMap<String, List<ForkResult>> results = new TreeMap<>();
    for (Map.Entry<String, SortedMap<Integer, List<Reading>>> run : runs.entrySet()) {
      results.put(
          run.getKey(),
          run.getValue().values().stream().map(fork -> new ForkResult(fork, List.of())).toList());
    }
    return results;
  }

  private static Reading reading(String[] cells) {
    Row row = new Row(cells[2], Benchmark.valueOf(cells[3]));
    return new Reading(row, Role.valueOf(cells[4]), Double.parseDouble(cells[5]), 1, 1, 1);
  }

  private static List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RecordedForks.class.getResourceAsStream(FILE)), UTF_8))) {
      return reader.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
