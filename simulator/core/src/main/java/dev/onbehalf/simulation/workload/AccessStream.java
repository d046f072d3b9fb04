package dev.onbehalf.simulation.workload;

import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Calls through agents on a virtual clock: a Poisson process whose calls choose user, path and
 * resource independently.
 */
final class AccessStream implements CallBlocks {
  private final Traffic callers;
  private final RandomGenerator random;
  private final ExponentialDistribution gaps;
  private final long seed;
  private long calls;
  private double seconds;

  AccessStream(Traffic callers, double accessesPerSecond, long seed) {
    this.callers = callers;
    this.seed = seed;
    random = new MersenneTwister(seed);
    gaps = new ExponentialDistribution(random, 1 / accessesPerSecond);
  }

  @Override
  public CallBlock next() {
    CallBlock block = new CallBlock(calls, seed);
    calls += CallBlock.SIZE;
    for (int call = 0; call < CallBlock.SIZE; call++) {
      seconds += gaps.sample();
      block.set(
          call,
          seconds,
          callers.users().sample(random),
          callers.paths().sample(random),
          callers.resources().sample(random));
    }
    return block;
  }
}
