package dev.onbehalf.jmh.gate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a baseline file holds.
 *
 * @param artifact what the build was called that was measured
 * @param environment where it was measured, field by field
 * @param bytes allocated by a call, by strategy
 * @param nanos processor time of a call, one number of each fork
 */
public record SavedBaseline(
    SortedMap<String, String> artifact,
    SortedMap<String, String> environment,
    Inventory inventory,
    SortedMap<String, Double> bytes,
    SortedMap<Row, List<Double>> nanos) {
  public SavedBaseline {
    artifact = Collections.unmodifiableSortedMap(new TreeMap<>(artifact));
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    bytes = Collections.unmodifiableSortedMap(new TreeMap<>(bytes));
    SortedMap<Row, List<Double>> copy = new TreeMap<>();
    for (Map.Entry<Row, List<Double>> row : nanos.entrySet()) {
      copy.put(row.getKey(), List.copyOf(row.getValue()));
    }
    nanos = Collections.unmodifiableSortedMap(copy);
  }
}
