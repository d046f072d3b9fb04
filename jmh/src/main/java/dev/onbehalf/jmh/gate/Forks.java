package dev.onbehalf.jmh.gate;

import dev.onbehalf.jmh.MeasurementException;

/** Measures in a process of its own. */
@FunctionalInterface
public interface Forks {
  /** Starts a process that carries out the plan, and waits for it. */
  ForkResult run(ForkPlan plan) throws MeasurementException;
}
