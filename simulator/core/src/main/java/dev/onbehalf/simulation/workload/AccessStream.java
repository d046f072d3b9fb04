package dev.onbehalf.simulation.workload;

import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Calls through agents on a virtual clock: a Poisson process whose calls choose user, path and
 * resource independently. Its state is the call that came last; a run makes millions of them.
 */
final class AccessStream {
  private final Callers callers;
  private final RandomGenerator random;
  private final ExponentialDistribution gaps;
  private double seconds;
  private int user;
  private int path;
  private int resource;

  AccessStream(Callers callers, double accessesPerSecond, long seed) {
    this.callers = callers;
    random = new MersenneTwister(seed);
    gaps = new ExponentialDistribution(random, 1 / accessesPerSecond);
  }

  /** Lets the next call happen. */
  void next() {
    seconds += gaps.sample();
    user = callers.users().sample(random);
    path = callers.paths().sample(random);
    resource = callers.resources().sample(random);
  }

  /** When the call happens, in seconds from the start. */
  double seconds() {
    return seconds;
  }

  int user() {
    return user;
  }

  int path() {
    return path;
  }

  /** The agent that presents the credential. */
  int presenter() {
    return callers.presenter(path);
  }

  int resource() {
    return resource;
  }
}
