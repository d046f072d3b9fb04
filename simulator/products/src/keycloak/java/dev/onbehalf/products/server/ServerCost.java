package dev.onbehalf.products.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What processes take so far, for whoever reads the log of a build. */
final class ServerCost {
  private ServerCost() {}

  static void print(String server, String state, long nanoseconds, List<ProcessHandle> processes) {
    Duration time =
        processes.stream()
            .flatMap(process -> process.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus);
    long kilobytes = processes.stream().mapToLong(ServerCost::mostResident).sum();
    System.out.printf(
        "%s %s: %.1f s, %.1f s of CPU time, at most %d MB resident%n",
        server, state, nanoseconds / 1e9, time.toMillis() / 1e3, kilobytes / 1024);
  }

  /** In kilobytes, where the system tells. */
  private static long mostResident(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", process.pid() + "", "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
