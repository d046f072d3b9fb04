package dev.onbehalf.jmh.gate;

import dev.onbehalf.jmh.MeasurementException;
import dev.onbehalf.jmh.gate.ForkPlan.Build;
import dev.onbehalf.jmh.gate.ForkResult.Reading;
import dev.onbehalf.simulation.result.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/** Times of other days and machines, held against times of here and now: they advise at best. */
public final class TimeAdvice {
  private static final int FORKS = 5;

  private TimeAdvice() {}

  /** Processor time of a call, one number of each fork. */
  public static SortedMap<Row, List<Double>> measure(
      Forks forks, Build build, List<Row> rows, long seed, Progress progress)
      throws MeasurementException {
    SortedMap<Row, List<Double>> nanos = new TreeMap<>();
    for (int fork = 0; fork < FORKS && !rows.isEmpty(); fork++) {
      progress.report("forks", fork, FORKS);
      ForkResult result = forks.run(new ForkPlan(Purpose.TIME, List.of(build), rows, seed + fork));
      for (Reading reading : result.readings()) {
        nanos.computeIfAbsent(reading.row(), row -> new ArrayList<>()).add(reading.nanos());
      }
    }
    return nanos;
  }

  /** The rows that both have. */
  public static SortedMap<Row, Advice> compare(
      SortedMap<Row, List<Double>> before, SortedMap<Row, List<Double>> after) {
    SortedMap<Row, Advice> advice = new TreeMap<>();
    before.forEach(
        (row, times) -> {
          List<Double> now = after.getOrDefault(row, List.of());
          if (!now.isEmpty() && !times.isEmpty()) {
            advice.put(row, advice(times, now));
          }
        });
    return advice;
  }

  private static Advice advice(List<Double> before, List<Double> after) {
    return new Advice(
        Contender.median(before), Contender.median(after), probability(before, after));
  }

  /** How probable such a difference of ranks is between forks of one kind. */
  private static double probability(List<Double> before, List<Double> after) {
    List<Double> all = new ArrayList<>(before);
    all.addAll(after);
    if (all.stream().distinct().count() < all.size()) {
      return 1;
    }
    return MannWhitneyUTest.withDefaults()
        .with(PValueMethod.EXACT)
        .test(array(before), array(after))
        .getPValue();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A comparison that decides nothing. */
  public record Advice(double beforeNanos, double afterNanos, double probability) {
    /** The later time by the earlier. */
    public double ratio() {
      return afterNanos / beforeNanos;
    }
  }
}
