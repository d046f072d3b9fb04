package dev.onbehalf.jmh.gate;

import java.util.List;

/**
 * What one process has to measure.
 *
 * @param sides the builds; ratios are to the first
 * @param seed of every order that is left to chance
 */
public record ForkPlan(Purpose purpose, List<Build> sides, List<Row> rows, long seed) {
  public ForkPlan {
    sides = List.copyOf(sides);
    rows = List.copyOf(rows);
  }

  /**
   * A build that takes part.
   *
   * @param classPath the addresses of its jars and folders
   * @param slowdown by what share its calls are slowed down on purpose
   */
  public record Build(Role role, List<String> classPath, double slowdown) {
    public Build {
      classPath = List.copyOf(classPath);
    }
  }
}
