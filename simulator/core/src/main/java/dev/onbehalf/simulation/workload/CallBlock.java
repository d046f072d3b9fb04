package dev.onbehalf.simulation.workload;

/** Some calls in a row, drawn at once; nothing of them changes afterwards. */
final class CallBlock {
  /** How many calls a block has. */
  static final int SIZE = 512;

  private final double[] seconds = new double[SIZE];
  private final int[] user = new int[SIZE];
  private final int[] path = new int[SIZE];
  private final int[] resource = new int[SIZE];

  void set(int call, double at, int byUser, int onPath, int toResource) {
    seconds[call] = at;
    user[call] = byUser;
    path[call] = onPath;
    resource[call] = toResource;
  }

  /** When the call happens, in seconds from the start. */
  double seconds(int call) {
    return seconds[call];
  }

  int user(int call) {
    return user[call];
  }

  int path(int call) {
    return path[call];
  }

  int resource(int call) {
    return resource[call];
  }
}
