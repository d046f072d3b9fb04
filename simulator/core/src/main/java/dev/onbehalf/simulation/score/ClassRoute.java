package dev.onbehalf.simulation.score;

import java.util.List;

/**
 * One way in which the calls of a row can be made, as the classes in which the points see them.
 *
 * @param namesakes whether the caller writes a name that it can choose among several alike
 */
public record ClassRoute(List<Stop> stops, boolean namesakes) {
  public ClassRoute {
    stops = List.copyOf(stops);
  }

  /** The class in which a point sees the call. */
  public record Stop(int point, int evidenceClass) {}
}
