package dev.onbehalf.jmh;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Times work by blocks of so many repetitions that reading the clocks costs nothing beside them,
 * and knows the median over the blocks, which the few that were interrupted don't move.
 */
final class Block {
  private static final double NANOS = 1_000_000;
  private static final double MEDIAN = 50;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Callable<Object> work;
  private final DescriptiveStatistics wallNanos = new DescriptiveStatistics();
  private final DescriptiveStatistics cpuNanos = new DescriptiveStatistics();
  private final DescriptiveStatistics bytes = new DescriptiveStatistics();
  private int repetitions = 1;
  private Optional<Object> last = Optional.empty();

  Block(Callable<Object> work) {
    this.work = work;
  }

  /** Repeats the work for so much processor time, and says how much of it a call took. */
  double warmUp(double nanos, Blackhole sink) throws Exception {
    long start = THREADS.getCurrentThreadCpuTime();
    double used = 0;
    long calls = 0;
    while (used < nanos) {
      sink.consume(repeat(repetitions, sink));
      calls += repetitions;
      used = THREADS.getCurrentThreadCpuTime() - start;
      repetitions = repetitions(used / calls);
    }
    return used / calls;
  }

  /** Runs one block, after calls that fetch back into the caches what others have driven out. */
  void run(Blackhole sink) throws Exception {
    sink.consume(repeat(Math.max(1, repetitions / 2), sink));
    long startBytes = THREADS.getCurrentThreadAllocatedBytes();
    long startCpu = THREADS.getCurrentThreadCpuTime();
    long startWall = System.nanoTime();
    Object result = repeat(repetitions, sink);
    long endWall = System.nanoTime();
    long endCpu = THREADS.getCurrentThreadCpuTime();
    long endBytes = THREADS.getCurrentThreadAllocatedBytes();
    wallNanos.addValue((double) (endWall - startWall) / repetitions);
    cpuNanos.addValue((double) (endCpu - startCpu) / repetitions);
    bytes.addValue((double) (endBytes - startBytes) / repetitions);
    last = Optional.of(result);
  }

  private Object repeat(int times, Blackhole sink) throws Exception {
    Object result = work.call();
    for (int i = 1; i < times; i++) {
      sink.consume(result);
      result = work.call();
    }
    return result;
  }

  /** Forgets the times so far, but not how long the work takes. */
  void restart() {
    if (wallNanos.getN() > 0) {
      repetitions = repetitions(wallNanos.getPercentile(MEDIAN));
    }
    wallNanos.clear();
    cpuNanos.clear();
    bytes.clear();
  }

  private static int repetitions(double nanos) {
    return (int) Math.max(1, Math.ceil(NANOS / Math.max(1, nanos)));
  }

  /** What the last repetition returned; empty when there was none. */
  Optional<Object> last() {
    return last;
  }

  double wallNanos() {
    return wallNanos.getPercentile(MEDIAN);
  }

  double cpuNanos() {
    return cpuNanos.getPercentile(MEDIAN);
  }

  double bytes() {
    return bytes.getPercentile(MEDIAN);
  }
}
