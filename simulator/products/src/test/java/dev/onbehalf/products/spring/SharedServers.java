package dev.onbehalf.products.spring;

import com.sun.management.OperatingSystemMXBean;
import dev.onbehalf.products.profile.ServerCost;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** The servers that all tests ask, each as its profile has it; they end with the tests. */
final class SharedServers {
  static final SpringServer SHIPPED = start("spring-7");
  static final SpringServer CHECKED = start("spring-7-checked");

  static final List<SpringServer> ALL = List.of(SHIPPED, CHECKED);

  private SharedServers() {}

  static SpringServer of(String profile) {
    return profile.equals("spring-7") ? SHIPPED : CHECKED;
  }

  private static SpringServer start(String profile) {
    long memory = live();
    long passed = System.nanoTime();
    long cpu = cpu();
    try {
      SpringServer server = new SpringServer(profile.equals("spring-7-checked"));
      ServerCost.print(
          "Spring in this process as " + profile + ", to start",
          Duration.ofNanos(System.nanoTime() - passed),
          Duration.ofNanos(cpu() - cpu),
          live() - memory);
      return server;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** What is left on the heap when everything that isn't used is gone. */
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
