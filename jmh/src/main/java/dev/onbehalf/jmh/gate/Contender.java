package dev.onbehalf.jmh.gate;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.openjdk.jmh.infra.Blackhole;

/** The call of one side, timed by blocks. */
final class Contender {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Role role;
  private final Callable<Object> call;
  private final List<Double> nanos = new ArrayList<>();
  private final List<Double> bytes = new ArrayList<>();
  private Optional<Object> first = Optional.empty();
  private Object last = "";
  private long burden;

  Contender(Role role, Callable<Object> call) {
    this.role = role;
    this.call = call;
  }

  Role role() {
    return role;
  }

  /** Makes the call so many times, and reads how long one took and what it allocated. */
  void block(int repetitions) throws Exception {
    long startBytes = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    repeat(repetitions);
    long end = THREADS.getCurrentThreadCpuTime();
    long endBytes = THREADS.getCurrentThreadAllocatedBytes();
    nanos.add((double) (end - start) / repetitions);
    bytes.add((double) (endBytes - startBytes) / repetitions);
  }

  private void repeat(int repetitions) throws Exception {
    for (int i = 0; i < repetitions; i++) {
      last = call.call();
      if (burden > 0) {
        Blackhole.consumeCPU(burden);
      }
    }
    if (first.isEmpty()) {
      first = Optional.of(last);
    }
  }

  /** Makes every call burn so many tokens more. */
  void burden(long tokens) {
    burden = tokens;
  }

  /** Forgets the readings so far. */
  void restart() {
    nanos.clear();
    bytes.clear();
  }

  double nanos() {
    return median(nanos);
  }

  double bytes() {
    return median(bytes);
  }

  /** The median over the rounds of the logarithm of the ratio within the round. */
  double logRatioTo(Contender other) {
    List<Double> logs = new ArrayList<>();
    for (int i = 0; i < nanos.size(); i++) {
      logs.add(Math.log(nanos.get(i) / other.nanos.get(i)));
    }
    return median(logs);
  }

  /** Holds the last result against the first. */
  void validate() {
    if (!first.equals(Optional.of(last))) {
      throw new IllegalStateException("the measured call decided otherwise than before");
    }
  }

  static double median(List<Double> values) {
    return new Median().evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
