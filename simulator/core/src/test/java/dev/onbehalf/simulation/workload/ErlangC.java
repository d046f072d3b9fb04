package dev.onbehalf.simulation.workload;

/** The closed form of M/M/c for a service that takes 1 on average. */
final class ErlangC {
  private ErlangC() {}

  /** The mean wait before service. */
  static double meanWait(int servers, double load) {
    return probabilityToWait(servers, load) / (servers * (1 - load));
  }

  private static double probabilityToWait(int servers, double load) {
    double offered = servers * load;
    double blocked = 1;
    for (int i = 1; i <= servers; i++) {
      blocked = offered * blocked / (i + offered * blocked);
    }
    return blocked / (1 - load * (1 - blocked));
  }
}
