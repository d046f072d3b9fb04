package dev.onbehalf.simulation.result;

/** Hears of what a run is doing, for those who wait. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (what, done, total) -> {};

  /** Some of a piece of work is done. */
  void report(String what, long done, long total);

  /** A strategy failed, and the run goes on without it. */
  default void failed(StrategyFailedException failure) {}

  /** All is computed, and nothing played as yet; what is played must come out the same. */
  default void foretold(SimulationResult result) {}
}
