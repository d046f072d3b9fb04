package dev.onbehalf.jmh.gate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is counted of one call, by what it is called. */
public record Counts(SortedMap<String, Long> values) {
  public Counts {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The counts that a build answers with, which may count more than this one does. */
  static Counts of(Map<?, ?> answer) {
    SortedMap<String, Long> values = new TreeMap<>();
    answer.forEach((name, value) -> values.put(String.valueOf(name), ((Number) value).longValue()));
    return new Counts(values);
  }
}
