package dev.onbehalf.jmh.gate;

import dev.onbehalf.jmh.MeasurementException;
import java.time.Duration;
import java.util.Optional;

/** Measures in a process of its own. */
@FunctionalInterface
public interface Forks {
  /** Starts a process that carries out the plan, and waits for it. */
  ForkResult run(ForkPlan plan) throws MeasurementException;

  /** The same within a time, after which the process is ended; empty when it didn't suffice. */
  default Optional<ForkResult> run(ForkPlan plan, Duration most) throws MeasurementException {
    return Optional.of(run(plan));
  }
}
