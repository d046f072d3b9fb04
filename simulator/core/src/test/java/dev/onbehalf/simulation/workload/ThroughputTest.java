package dev.onbehalf.simulation.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.onbehalf.strategy.CacheKey;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Says in the test report how many calls are simulated in a second of CPU time. */
final class ThroughputTest {
  private static final int ACCESSES = 2_000_000;
  private static final List<CacheKey> KEYS =
      List.of(CacheKey.USER, CacheKey.PATH, CacheKey.RESOURCE);

  @Test
  void accessesPerCpuSecond_areReported(TestReporter reporter) {
    World department = World.of(20, 3, 4, World.workload(50, 300, 1, ACCESSES));
    World company = World.of(10_000, 50, 20, World.workload(200, 300, 1, ACCESSES));
    reporter.publishEntry("department", perCpuSecond(department));
    reporter.publishEntry("company", perCpuSecond(company));
  }

  private static String perCpuSecond(World world) {
    world.simulation(KEYS, new Obtaining(2, 2, 0.002), 1).run();
    WorkloadSimulation simulation = world.simulation(KEYS, new Obtaining(2, 2, 0.002), 2);
    long before = cpuNanos();
    Observations seen = simulation.run();
    long nanos = cpuNanos() - before;
    assertEquals(ACCESSES, seen.latencyMillis().length);
    return String.format(
        Locale.ROOT, "%.1f million accesses per CPU second", 1e3 * ACCESSES / nanos);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
