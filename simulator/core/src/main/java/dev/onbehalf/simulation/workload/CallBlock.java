package dev.onbehalf.simulation.workload;

/** Some calls in a row, drawn at once; nothing of them changes afterwards. */
final class CallBlock {
  /** How many calls a block has. */
  static final int SIZE = 512;

  private final long first;
  private final long seed;
  private final double[] seconds = new double[SIZE];
  private final int[] user = new int[SIZE];
  private final int[] path = new int[SIZE];
  private final int[] resource = new int[SIZE];

  /**
   * A block to be filled.
   *
   * @param first the number of its first call
   * @param seed of what the calls leave to chance
   */
  CallBlock(long first, long seed) {
    this.first = first;
    this.seed = seed;
  }

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

  /** One of so many equally popular members, found when somebody asks (SplitMix64). */
  int oneOf(int members, int call) {
    long mixed = seed + (first + call) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    long chance = (mixed ^ (mixed >>> 31)) >>> 32;
    return (int) ((chance * members) >>> 32);
  }
}
