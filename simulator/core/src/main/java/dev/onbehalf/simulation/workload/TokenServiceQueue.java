package dev.onbehalf.simulation.workload;

/** A token service that works on so many requests at once, in the order of their arrival. */
final class TokenServiceQueue {
  /** When each server is free again, in seconds: a heap, the earliest first. */
  private final double[] free;

  private double work;

  TokenServiceQueue(int servers) {
    free = new double[servers];
  }

  /**
   * Serves a request.
   *
   * @param arrival when it arrives, in seconds; no earlier than the one before
   * @param service how long a server works on it, in seconds
   * @return when it is done
   */
  double serve(double arrival, double service) {
    double done = Math.max(arrival, free[0]) + service;
    work += service;
    replaceFirst(done);
    return done;
  }

  private void replaceFirst(double time) {
    int place = 0;
    int next = earlierChild(place);
    while (next < free.length && free[next] < time) {
      free[place] = free[next];
      place = next;
      next = earlierChild(place);
    }
    free[place] = time;
  }

  private int earlierChild(int place) {
    int child = 2 * place + 1;
    return child + 1 < free.length && free[child + 1] < free[child] ? child + 1 : child;
  }

  /** The work done so far, in seconds of one server. */
  double work() {
    return work;
  }
}
