package dev.onbehalf.jmh;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends the measuring processes when nothing has been heard of them for too long. */
final class Watchdog implements AutoCloseable {
  private final long patienceNanos;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Watchdog::daemon);
  private volatile long lastSign = System.nanoTime();
  private volatile boolean bitten;

  Watchdog(Duration patience) {
    patienceNanos = patience.toNanos();
    // A timer that died would leave the run without a guard; look() throws nothing.
    var unused = timer.scheduleWithFixedDelay(this::look, 200, 200, TimeUnit.MILLISECONDS);
  }

  /** Something was heard. */
  void pat() {
    lastSign = System.nanoTime();
  }

  /** Whether processes had to be ended. */
  boolean hasBitten() {
    return bitten;
  }

  private void look() {
    if (System.nanoTime() - lastSign > patienceNanos) {
      ProcessHandle.current().children().filter(Watchdog::isFork).forEach(this::bite);
    }
  }

  private void bite(ProcessHandle fork) {
    bitten = true;
    fork.destroyForcibly();
  }

  /** Every Java process that this one started; their command lines may be too long to be seen. */
  private static boolean isFork(ProcessHandle process) {
    Optional<String> java = ProcessHandle.current().info().command();
    return java.isPresent() && process.info().command().equals(java);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "watchdog");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
