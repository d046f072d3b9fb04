package dev.onbehalf.jmh;

import java.util.Optional;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** What is known of a step in an iteration. */
enum Metric {
  WALL_NANOS("wallNanos", "ns/op", false),
  CPU_NANOS("cpuNanos", "ns/op", false),
  BYTES("bytes", "B/op", false),
  FLOOR_WALL_NANOS("floorWallNanos", "ns/op", true),
  FLOOR_CPU_NANOS("floorCpuNanos", "ns/op", true),
  /** 1 where the step was in a steady state before it was timed, else 0. */
  STEADY("steady", "forks", false);

  private final String label;
  private final String unit;
  private final boolean ofFloor;

  Metric(String label, String unit, boolean ofFloor) {
    this.label = label;
    this.unit = unit;
    this.ofFloor = ofFloor;
  }

  /** The name of the metric where one step alone is spoken of. */
  String label() {
    return label;
  }

  /** The name of the metric among those of other steps. */
  String label(String step) {
    return step + "/" + label;
  }

  String unit() {
    return unit;
  }

  /** Its value for what was timed; empty when there is no floor to speak of. */
  OptionalDouble of(PairedTiming duel) {
    Optional<Block> block = ofFloor ? duel.floor() : Optional.of(duel.operation());
    return block.stream().mapToDouble(timed -> of(duel, timed)).findFirst();
  }

  private double of(PairedTiming duel, Block block) {
    return switch (this) {
      case WALL_NANOS, FLOOR_WALL_NANOS -> block.wallNanos();
      case CPU_NANOS, FLOOR_CPU_NANOS -> block.cpuNanos();
      case BYTES -> block.bytes();
      case STEADY -> duel.isSteady() ? 1 : 0;
    };
  }

  /** Its value in the iteration of one step; not a number when it has none. */
  double of(IterationResult iteration) {
    return valueOf(iteration, label);
  }

  /** Its value for one of the steps of the iteration; not a number when it has none. */
  double of(IterationResult iteration, String step) {
    return valueOf(iteration, label(step));
  }

  private static double valueOf(IterationResult iteration, String label) {
    Result<?> result = iteration.getSecondaryResults().get(label);
    return result == null ? Double.NaN : result.getScore();
  }
}
