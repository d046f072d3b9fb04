package dev.onbehalf.jmh;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** What is known of an iteration; the labels are the names of the methods that tell it to JMH. */
enum Metric {
  WALL_NANOS("wallNanos"),
  CPU_NANOS("cpuNanos"),
  BYTES("bytes"),
  FLOOR_WALL_NANOS("floorWallNanos"),
  FLOOR_CPU_NANOS("floorCpuNanos");

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Its value in the iteration; not a number when it has none. */
  double of(IterationResult iteration) {
    Result<?> result = iteration.getSecondaryResults().get(label);
    return result == null ? Double.NaN : result.getScore();
  }
}
