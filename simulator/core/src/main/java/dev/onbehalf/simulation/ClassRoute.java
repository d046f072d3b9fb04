package dev.onbehalf.simulation;

import java.util.List;

/**
 * One way in which the calls of a row can be made, as the classes in which the points see them.
 *
 * @param namesakes whether the agent writes a name that it can choose among several alike
 */
record ClassRoute(List<Stop> stops, boolean namesakes) {
  ClassRoute {
    stops = List.copyOf(stops);
  }

  /** The class in which a point sees the call. */
  record Stop(int point, int evidenceClass) {}
}
