package dev.onbehalf.jmh.gate;

import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.ForkResult.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the bytes that our own code allocates, which one Java runtime repeats nearly exactly.
 */
public final class AllocationGate {
  private static final double SHARE = 0.01;
  private static final double BYTES = 16;

  private AllocationGate() {}

  /** Bytes that one call allocates, by strategy, for each of the builds in one process. */
  public static List<SortedMap<String, Double>> measure(
      Forks forks, List<Build> builds, List<String> strategies) throws MeasurementException {
    if (strategies.isEmpty()) {
      return Collections.nCopies(builds.size(), new TreeMap<>());
    }
    List<Row> rows = strategies.stream().map(name -> new Row(name, Benchmark.OWN_CODE)).toList();
    ForkResult result = forks.run(new ForkPlan(Purpose.ALLOCATION, builds, rows, 0));
    return builds.stream().map(build -> bytes(result, build.role())).toList();
  }

  private static SortedMap<String, Double> bytes(ForkResult result, Role role) {
    SortedMap<String, Double> bytes = new TreeMap<>();
    result
        .of(role)
        .forEach((Reading reading) -> bytes.put(reading.row().strategy(), reading.bytes()));
    return bytes;
  }

  /** The strategies that both have. */
  public static List<Allocation> compare(
      SortedMap<String, Double> baseline,
      SortedMap<String, Double> candidate,
      Acceptance acceptance) {
    List<Allocation> allocations = new ArrayList<>();
    baseline.forEach(
        (name, before) -> {
          Double after = candidate.get(name);
          if (after != null) {
            boolean accepted =
                exceeds(after, before) && acceptance.covers(name, Acceptance.ALLOCATION);
            allocations.add(new Allocation(name, before, after, accepted));
          }
        });
    return allocations;
  }

  private static boolean exceeds(double bytes, double others) {
    return bytes > others * (1 + SHARE) + BYTES;
  }

  /** What a strategy allocates in a call, before and after. */
  public record Allocation(String strategy, double before, double after, boolean accepted) {
    /** Whether it is more than chance can explain. */
    public boolean isMore() {
      return exceeds(after, before);
    }

    /** Whether it is less than chance can explain. */
    public boolean isLess() {
      return exceeds(before, after);
    }
  }
}
