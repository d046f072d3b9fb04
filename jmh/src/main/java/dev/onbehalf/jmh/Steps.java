package dev.onbehalf.jmh;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Steps of many subjects, timed in turns and each time in another order, so that whatever slows the
 * machine down for a while slows all of them.
 */
final class Steps {
  /** The property that says how many milliseconds after its start a process has warmed up. */
  static final String WARM_UP_END = "dev.onbehalf.jmh.warmUpEndMillis";

  /** The property that says how many milliseconds of processor time a block of it takes. */
  static final String WARM_UP_BLOCK = "dev.onbehalf.jmh.warmUpBlockMillis";

  private static volatile Optional<Steps> current = Optional.empty();

  private final List<Step> steps;
  private final Random order = new Random();
  private boolean warm;

  private Steps(List<Step> steps) {
    this.steps = new ArrayList<>(steps);
  }

  /** Steps to be measured in this process; JMH makes whoever reads them, so they are found here. */
  static Steps begin(List<Step> steps) {
    Steps begun = new Steps(steps);
    current = Optional.of(begun);
    return begun;
  }

  /** The steps that were begun last; empty when none were. */
  static Optional<Steps> current() {
    return current;
  }

  /** Times one block of every step. */
  void round(Blackhole sink) throws Exception {
    if (!warm) {
      warmUp(sink);
    }
    Collections.shuffle(steps, order);
    for (Step step : steps) {
      step.duel().run(sink);
    }
  }

  /** Goes on with those that aren't steady yet, in turns: what they share is warm for all. */
  private void warmUp(Blackhole sink) throws Exception {
    double block = 1e6 * Integer.getInteger(WARM_UP_BLOCK, 0);
    Deque<Step> cold = new ArrayDeque<>(steps);
    while (!cold.isEmpty() && age() < Long.getLong(WARM_UP_END, 0)) {
      Step step = cold.remove();
      step.duel().warmUp(block, sink);
      if (!step.duel().isWarm()) {
        cold.add(step);
      }
    }
    warm = true;
  }

  private static long age() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  /** Forgets the times so far. */
  void restart() {
    steps.forEach(step -> step.duel().restart());
  }

  /** Holds the last results against what must come out. */
  void validate() throws Exception {
    for (Step step : steps) {
      step.duel().validate(step.label());
    }
  }

  /** The medians of every step since the last start. */
  List<ScalarResult> results() {
    return steps.stream().flatMap(Steps::results).toList();
  }

  private static Stream<ScalarResult> results(Step step) {
    return Stream.of(Metric.values())
        .flatMap(
            metric ->
                metric.of(step.duel()).stream()
                    .mapToObj(value -> result(step.label(), metric, value)));
  }

  private static ScalarResult result(String label, Metric metric, double value) {
    return new ScalarResult(metric.label(label), value, metric.unit(), AggregationPolicy.AVG);
  }

  /**
   * Something whose cost is measured.
   *
   * @param subject whose cost it is: the name of a strategy, say
   * @param name what is done
   */
  record Step(String subject, String name, PairedTiming duel) {
    /** What the values of the step are labelled with. */
    String label() {
      return label(subject, name);
    }

    static String label(String subject, String name) {
      return subject + "/" + name;
    }
  }
}
