package dev.onbehalf.products.profile;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a server takes on the machine of a build, for whoever reads its log. */
public final class ServerCost {
  private ServerCost() {}

  /**
   * Prints it.
   *
   * @param what the server, and what it did in that time
   * @param bytes of memory at most
   */
  public static void print(String what, Duration passed, Duration cpu, long bytes) {
    System.out.printf(
        "%s: %.1f s, %.1f s of CPU time, %d MB%n",
        what, seconds(passed), seconds(cpu), bytes >> 20);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
  }
}
