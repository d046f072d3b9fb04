package dev.onbehalf.jmh;

/**
 * How long work is repeated before it is timed.
 *
 * @param cpuNanos the processor time, which a busy machine can't take away
 * @param wallNanos the time on the wall, at most
 */
record WarmUp(double cpuNanos, double wallNanos) {
  private static final double NANOS = 1e6;

  static WarmUp ofMillis(long cpu, long wall) {
    return new WarmUp(NANOS * cpu, NANOS * wall);
  }

  /** A share of it. */
  WarmUp times(double share) {
    return new WarmUp(share * cpuNanos, share * wallNanos);
  }
}
